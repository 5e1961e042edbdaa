import { setTimeout as sleep } from 'node:timers/promises';
import { htmlAnswer, NO_STORE } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import type { Answer } from '@/tests/course/send';
import { answerResource } from './answers';
import type { RandomPage } from './page';
import { loadAll, loadedBy, readPath } from './page-script';

export const RANDOM_CASE_NAME = 'random';
const DONE_TIMEOUT_MS = 60_000;
const READING_MS = 300;

/** Opens the page and loads everything. */
async function open({ page, at }: Stage, random: RandomPage): Promise<void> {
	await page.goto(at('banc', 'page'));
	await page.evaluate(
		(source) => {
			const script = document.createElement('script');
			script.textContent = source;
			document.body.append(script);
		},
		`(${loadAll.toString()})(${JSON.stringify(loadedBy(random, at))})`,
	);
	if (random.leftAfterMs === null) {
		await page.waitFor('window.isDone === true', DONE_TIMEOUT_MS);
		await sleep(READING_MS);
	} else await sleep(random.leftAfterMs);
}

/** A service worker that fetches an address as it is installed. */
function serviceWorker({ url }: BenchAsked): Answer {
	const address = JSON.stringify(decodeURIComponent(url.search.slice(1)));
	const script = `oninstall = (event) => event.waitUntil(fetch(${address}).then((r) => r.arrayBuffer()).catch(() => 0));`;
	return { status: 200, headers: { 'Content-Type': 'text/javascript', ...NO_STORE }, body: Buffer.from(script) };
}

/** A bench case whose page can be exchanged. */
export function randomCase(): { forPage(page: RandomPage): BenchCase; readonly site: BenchCase } {
	let current: RandomPage | null = null;
	const site: BenchCase = {
		name: RANDOM_CASE_NAME,
		limit: 'exact',
		answer(asked) {
			const path = readPath(asked.path);
			const resource = path && current?.resources[path.index];
			if (path && resource) return answerResource(resource, asked, path.hop);
			if (asked.path === 'worker') return serviceWorker(asked);
			return asked.path === 'page' ? htmlAnswer(asked, '<h1>Leçon</h1>') : null;
		},
		run: async () => {},
	};
	return {
		site,
		forPage(random) {
			current = random;
			const run = (stage: Stage) => open(stage, random);
			const { bytesPerSecond, isVisitedBefore } = random;
			return {
				...site,
				run,
				...(bytesPerSecond !== null && { bytesPerSecond }),
				...(isVisitedBefore && { prepare: run }),
			};
		},
	};
}
