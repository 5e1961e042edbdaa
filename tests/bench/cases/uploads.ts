import { NO_STORE, scriptPage } from '@/tests/bench/answers';
import type { BenchCase } from '@/tests/bench/bench-case';
import { study } from '@/tests/bench/study';
import type { Answer } from '@/tests/course/send';

const BIG_BYTES = 60_000_000;
const GIVEN_UP_AT_BYTES = 5_000_000;
/** All that the kernel of this machine holds of an upload has been read by then. */
const READ_TIMEOUT_MS = 25_000;
const WHOLE_BYTES = 2_000_000;

/** A page that sends files by its script; its server answers them so. */
function upload(name: string, script: string, answer: Answer): Omit<BenchCase, 'limit'> {
	return {
		name,
		way: 'sent',
		answer: (asked) => (asked.path === 'page' ? scriptPage(asked, script) : answer),
		run: study,
	};
}

const TAKEN: Answer = {
	status: 200,
	headers: { 'Content-Type': 'text/plain', ...NO_STORE },
	body: Buffer.from('merci'),
};

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
];
