import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDashboard } from '@/scripts/start/dashboard';
import { learnerCsv } from '@/tests/core/group/many-learners';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { chooseFolder } from '@/tests/e2e/export/choose-folder';

const WEEK = '2026-W47';
const TIMEOUT_MS = 600_000;
const IDLE_MS = 5_000;

/** What the view of a group takes in a browser. */
export interface ViewCost {
	/** From the choice of the files to the figures. */
	readonly shownMs: number;
	/** The longest time without an event until the first one after the choice: the browser makes the list of the files. */
	readonly listMs: number;
	/** From there to the merged CSV. */
	readonly mergedMs: number;
	/** The longest time in which the page handled no event, from its first one after the choice on. */
	readonly blockedMs: number;
	/** The same of that page while it did nothing, for as long as `IDLE_MS`: what the rest of the machine causes. */
	readonly idleBlockedMs: number;
}

/** Measured in the page, as numbers of milliseconds. */
declare const watched: { list: number; chosen: number; shown: number; merged: number; longest: number };

/** Writes so many files into a folder, and gives their paths. */
export function writeFiles(folder: string, fileCount: number): readonly string[] {
	mkdirSync(folder);
	return Array.from({ length: fileCount }, (_, index) => {
		const path = join(folder, `${index}.csv`);
		writeFileSync(path, learnerCsv(index, WEEK));
		return path;
	});
}

/** Runs in the page: from the choice on, finds the longest time between two events of its own, and when figures and CSV are there. */
function watchPage(): void {
	const page = globalThis as unknown as { watched: object };
	const found = { list: 0, chosen: 0, shown: 0, merged: 0, longest: 0 };
	page.watched = found;
	let before = performance.now();
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => {
		const now = performance.now();
		found.longest = Math.max(found.longest, now - before);
		// The browser's, but for the page's own handler: in a trace of 20,000 files, Chromium's answers about their types were 20,104 tasks before this.
		if (found.chosen > 0 && found.list === 0) {
			found.list = found.longest;
			found.longest = 0;
		}
		before = now;
		if (found.shown === 0 && document.querySelector('.figure-cards')) found.shown = now;
		if (document.querySelector('.group-week a[download]')) found.merged = now;
		else setTimeout(() => port2.postMessage(null), 1);
	};
	const choose = () => {
		found.chosen = performance.now();
	};
	document.getElementById('group-files')?.addEventListener('change', choose);
	document.getElementById('group-folder')?.addEventListener('click', choose);
	port2.postMessage(null);
}

/** Chooses files in the view of a group, in a page of their own, or their folder. */
export async function collectIn(driver: Driver, paths: readonly string[], folder?: string): Promise<ViewCost> {
	const page: Tab = await openDashboard(driver);
	try {
		await page.evaluate(() => location.assign('#groupe'));
		await page.waitFor(() => document.querySelector('#group-files'));
		await page.evaluate(watchPage);
		await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
		const idleBlockedMs = await page.evaluate(() => watched.longest);
		await page.evaluate(() => {
			watched.longest = 0;
		});
		if (folder) await chooseFolder(page, folder);
		else await page.chooseFiles('#group-files', paths);
		await page.waitFor('watched.merged > 0', TIMEOUT_MS);
		const cost = await page.evaluate(() => ({
			listMs: watched.list,
			shownMs: watched.shown - watched.chosen,
			mergedMs: watched.merged - watched.shown,
			blockedMs: watched.longest,
		}));
		return { ...cost, idleBlockedMs };
	} finally {
		await page.close();
	}
}
