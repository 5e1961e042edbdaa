import { htmlAnswer, NO_STORE, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';
import { study } from '@/tests/bench/accuracy/study';
import type { Answer } from '@/tests/course/send';

/** More than the kernel of this machine holds; a browser is busy for seconds before it sends 60 MB, on a busy machine longer than a page may load. */
const BIG_BYTES = 20_000_000;
const GIVEN_UP_AT_BYTES = 5_000_000;
/** All that the kernel of this machine holds of an upload has been read by then. */
const READ_TIMEOUT_MS = 25_000;
const WHOLE_BYTES = 2_000_000;

/** A browser prepares a large upload in the page's own thread, where the end of the page's loading waits too. */
const LOADED = `if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));`;

/** A page that sends files by its script once it has loaded; its server answers them so. */
function upload(name: string, script: string, answer: Answer): Omit<BenchCase, 'limit'> {
	return {
		name,
		way: 'sent',
		answer: (asked) => (asked.path === 'page' ? scriptPage(asked, `${LOADED}\n${script}`) : answer),
		run: study,
	};
}

const THANKS = '<!doctype html><title>Merci</title>';

const TAKEN: Answer = {
	status: 200,
	headers: { 'Content-Type': 'text/plain', ...NO_STORE },
	body: Buffer.from('merci'),
};

/** A page with a form whose file is handed in so. */
function handedIn(name: string, form: string, submit: string): BenchCase {
	return {
		name,
		limit: 'exact',
		way: 'sent',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(
						asked,
						`<form action="work" enctype="multipart/form-data" ${form}<input type="file" name="file"></form>
<script>const files = new DataTransfer();
files.items.add(new File([new Uint8Array(${WHOLE_BYTES})], 'devoir.pdf'));
document.querySelector('[type=file]').files = files.files;</script>`,
					)
				: { ...TAKEN, headers: { ...NO_STORE, 'Content-Type': 'text/html' }, body: Buffer.from(THANKS) },
		async run({ page, at }) {
			await page.goto(at('banc', 'page'));
			// After the answer to this, which a navigation would take away.
			await page.evaluate((script) => void setTimeout(script), submit);
			await page.waitFor(() => document.title === 'Merci', READ_TIMEOUT_MS);
		},
	};
}

export const UPLOADS: readonly BenchCase[] = [
	{
		...upload(
			'upload-given-up',
			`await new Promise((resolve) => {
	const request = new XMLHttpRequest();
	request.open('POST', 'work');
	request.upload.onprogress = ({ loaded }) => loaded >= ${GIVEN_UP_AT_BYTES} && request.abort();
	request.onloadend = resolve;
	request.send(new Uint8Array(${BIG_BYTES}));
});`,
			TAKEN,
		),
		limit: 'broken',
		readsBytesPerSecond: 1_000_000,
		async run(stage) {
			await study(stage);
			await stage.site.truth.settle(READ_TIMEOUT_MS);
		},
	},
	{
		...upload(
			'upload-refused',
			`await fetch('work', { method: 'POST', body: new Uint8Array(${BIG_BYTES}) }).catch(() => {});`,
			{ status: 413, headers: { Connection: 'close', ...NO_STORE }, body: Buffer.from('Trop lourd') },
		),
		limit: 'broken',
		answersAtOnce: true,
		trueBytes: ({ site }) =>
			site.truth.requests().reduce((sum, { receivedBytes }) => sum + receivedBytes, site.unreadBytes()),
	},
	{
		...upload(
			'upload-whole',
			`const work = new Uint8Array(${WHOLE_BYTES});
await new Promise((resolve) => {
	const request = new XMLHttpRequest();
	request.open('POST', 'one');
	request.onloadend = resolve;
	request.send(work);
});
await (await fetch('two', { method: 'POST', body: work })).text();`,
			TAKEN,
		),
		limit: 'exact',
	},
	{
		...upload(
			'upload-by-request',
			`await fetch(new Request('work', { method: 'POST', body: 'x'.repeat(${WHOLE_BYTES}) }));
const form = new FormData();
form.append('file', new Blob([new Uint8Array(${WHOLE_BYTES})]), 'devoir.pdf');
await fetch(new Request(new Request('work', { method: 'POST', body: form })));`,
			TAKEN,
		),
		limit: 'exact',
	},
	handedIn('form-submitted-by-script', 'method="post">', `document.querySelector('form').submit()`),
	handedIn(
		'form-with-field-called-method',
		'method="post"><input name="method" value="get"><button>Rendre</button>',
		`document.querySelector('button').click()`,
	),
	handedIn(
		'form-by-button-that-posts',
		'><button formmethod="post">Rendre</button>',
		`document.querySelector('button').click()`,
	),
];
