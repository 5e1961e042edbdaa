import { bytesAnswer, htmlAnswer, imageAnswer, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';
import { read, study } from '@/tests/bench/accuracy/study';

export const FRAMES: readonly BenchCase[] = [
	{
		name: 'iframe-other-origin',
		limit: 'exact',
		peers: '0–1.00',
		answer(asked) {
			const { host, path, at } = asked;
			if (path === 'page') return htmlAnswer(asked, `<iframe src="${at('media', 'frame')}"></iframe>`);
			if (path === 'frame')
				return htmlAnswer(
					asked,
					'<img src="nuages.jpg" alt=""><script>fetch("data").then((r) => r.arrayBuffer())</script>',
				);
			return host === 'media' && path === 'data' ? bytesAnswer(80_000, 'application/json') : imageAnswer(asked, path);
		},
		run: read,
	},
	{
		name: 'blank-and-srcdoc-frames',
		limit: 'exact',
		answer(asked) {
			const { path, at } = asked;
			const inner = `<img src='${at('banc', 'pierres.jpg')}'><img src='${at('media', 'branche.jpg')}'>`;
			if (path === 'page')
				return scriptPage(
					asked,
					`const outer = document.body.appendChild(document.createElement('iframe'));
const blank = outer.contentDocument;
blank.open(); blank.write('<body><p>H5P</p>'); blank.close();
const image = blank.body.appendChild(blank.createElement('img'));
const nested = blank.createElement('iframe');
nested.srcdoc = ${JSON.stringify(inner)};
await new Promise((resolve) => { image.onload = resolve; image.src = '${at('banc', 'nuages.jpg')}'; });
await new Promise((resolve) => { nested.onload = resolve; blank.body.append(nested); });
await (await outer.contentWindow.fetch('${at('banc', 'data')}')).arrayBuffer();`,
				);
			return path === 'data' ? bytesAnswer(60_000, 'application/json') : imageAnswer(asked, path);
		},
		run: study,
	},
];
