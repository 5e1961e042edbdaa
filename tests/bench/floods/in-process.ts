import { setTimeout as sleep } from 'node:timers/promises';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { entryOf, type FloodedBackground } from './flood';

/** One flood of the background, in this process. */
export interface Flood {
	readonly name: string;
	readonly seesEverything?: boolean;
	/** Returns what is wrong with the result; null if it is right. */
	readonly run: (background: FloodedBackground) => Promise<string | null>;
}

const BYTES = 1_000;
const GROUP = 500;
const MOST = 999_999_999_999;
const LINE_BREAKS = '\n'.repeat(30_000_000);

const check = (what: string, value: number, expected: number) =>
	value === expected ? null : `${what}: ${value} instead of ${expected}`;

/** The page requests so many addresses of its own host, and reports them; the popup is open. */
async function addresses(background: FloodedBackground, count: number, isShown: boolean): Promise<string | null> {
	await background.open();
	for (let first = 0; first < count; first += GROUP) {
		const urls = Array.from({ length: GROUP }, (_, index) => `https://moodle.example/poll?${first + index}`);
		if (isShown) for (const url of urls) background.complete(url, BYTES);
		await background.report({ addresses: urls.map((url) => entryOf(url, BYTES)) });
		await background.receivedBytes();
		await sleep(0);
	}
	await background.tracker.flush();
	return check('bytes', await background.receivedBytes(), count * BYTES);
}

export const FLOODS: readonly Flood[] = [
	{ name: '5,000 addresses, one host', run: (background) => addresses(background, 5_000, true) },
	{ name: '20,000 addresses, one host', run: (background) => addresses(background, 20_000, true) },
	{
		name: '20,000 addresses, all hosts',
		seesEverything: true,
		run: (background) => addresses(background, 20_000, true),
	},
	{ name: '10,000 addresses that only the page shows', run: (background) => addresses(background, 10_000, false) },
	{
		name: '30 MB of line breaks from four frames',
		async run(background) {
			await background.open();
			for (const frame of [0, 1, 2, 3]) await background.report({ connections: LINE_BREAKS }, frame);
			return check('bytes', await background.receivedBytes(), 0);
		},
	},
	{
		name: '900 frames that claim 98 TB each',
		async run(background) {
			await background.open();
			const lines = Array.from({ length: 98 }, (_, index) => `wss:k${index},1,${MOST},0,0`);
			for (let frame = 1; frame <= 900; frame++) await background.report({ connections: lines.join('\n') }, frame);
			return check('bytes', await background.receivedBytes(), 0);
		},
	},
	{
		name: '30,000 frames, one after another',
		async run(background) {
			await background.open();
			for (let frame = 1; frame <= 30_000; frame++) {
				await background.report({ activeMs: 0 }, frame);
				if (frame % GROUP > 0) continue;
				await background.receivedBytes();
				await sleep(0);
			}
			await background.tracker.flush();
			return background.persistedLength < 2_000_000 ? null : `${background.persistedLength} characters are persisted`;
		},
	},
	{
		name: '1,000 frames that name 100 codecs each',
		async run(background) {
			await background.open();
			for (let frame = 1; frame <= 1_000; frame++) {
				const names = Array.from({ length: 100 }, (_, index) => [`c${frame}x${index}`, 10]);
				const media = { ...NO_MEDIA, videoMs: 1_000, videoMsByCodec: Object.fromEntries(names) };
				await background.report({ media }, frame);
				if (frame % 50 === 0) await background.receivedBytes();
			}
			return check('bytes', await background.receivedBytes(), 0);
		},
	},
	{
		name: '100,000 sockets, 98 others in each report',
		async run(background) {
			await background.open();
			for (let first = 0; first < 100_000; first += 98) {
				const lines = Array.from({ length: 98 }, (_, index) => `wss:k${first + index},1,0,0,0`);
				await background.report({ connections: lines.join('\n') });
				if (first % 50 === 0) await background.receivedBytes();
			}
			await background.tracker.flush();
			return background.persistedLength < 2_000_000 ? null : `${background.persistedLength} characters are persisted`;
		},
	},
	{
		name: '100,000 messages',
		async run(background) {
			await background.open();
			for (let number = 0; number < 100_000; number++) {
				await background.report({ activeMs: 0 });
				if (number % GROUP === 0) await background.receivedBytes();
			}
			return check('bytes', await background.receivedBytes(), 0);
		},
	},
	{
		name: '10 MB of bytes in place of amounts by name',
		async run(background) {
			await background.open();
			const media = { ...NO_MEDIA, videoMsByHeight: new Uint8Array(10_000_000) };
			for (const frame of [0, 1, 2, 3]) await background.report({ media }, frame);
			return check('bytes', await background.receivedBytes(), 0);
		},
	},
	{
		name: '1,110 routes in a row',
		async run(background) {
			const ids = new Set<string>();
			for (let number = 1; number <= 1_110; number++) {
				ids.add(await background.open(number));
				await background.report({ activeMs: 0 });
			}
			await background.tracker.flush();
			return ids.size < 70 ? null : `${ids.size} visits`;
		},
	},
];
