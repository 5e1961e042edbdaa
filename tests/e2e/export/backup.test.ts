import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { COURSES, LESSON } from '@/tests/core/export/week';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { readStored } from '@/tests/e2e/rig/stored';
import { visit } from '@/tests/store/visit';
import { BACKUP_VERSION } from '@/utils/core/schema/backup-file';
import { dayOf, shiftDay } from '@/utils/core/units/day';

const TODAY = dayOf(new Date());
const TEN_YEARS_OF_DAYS = 3_650;
const COURSES_A_DAY = ['7'];
const TASK_MS = 60_000;

inBothBrowsers('ten years of history', (browser) => {
	let driver: Driver;
	let dashboard: Page;
	let backup: string;
	const downloadDir = mkdtempSync(join(tmpdir(), 'sobrio-backup-'));
	const file = join(downloadDir, `sobrio-backup-${TODAY}.json`);

	beforeAll(async () => {
		driver = await openWithExtension(browser, { downloadDir });
		dashboard = await openDashboard(driver);
		for (let count = 0; count < TEN_YEARS_OF_DAYS; count += 365) {
			const days = Array.from({ length: 365 }, (_, index) => shiftDay(TODAY, -1 - count - index));
			await seed(driver, {
				days: days.flatMap((day) => COURSES_A_DAY.map((courseKey) => ({ ...LESSON, day, courseKey }))),
			});
		}
		const last = { ...visit({ day: shiftDay(TODAY, -1), courseKey: 'x' }) };
		const { id: _, startedAtMs: _at, ...total } = last;
		await seed(driver, { visits: [last], days: [{ ...total, visitCount: 1 }], courses: COURSES });
		await dashboard.evaluate(() => location.assign('#donnees'));
		await dashboard.waitFor(() => document.querySelector('.backup button.main'));
	});

	afterAll(async () => {
		await driver?.close();
		rmSync(downloadDir, { recursive: true, force: true });
	});

	const status = () => dashboard.evaluate(() => document.querySelector('.backup [role=status]')?.textContent ?? '');

	/** Clicks, and gives the longest time in ms that the page then did not answer, and the progress that it showed. */
	function watch(): Promise<void> {
		return dashboard.evaluate(() => {
			const seen = { longestMs: 0, shares: [] as number[] };
			Object.assign(globalThis, { seen });
			let before = performance.now();
			const look = () => {
				const now = performance.now();
				seen.longestMs = Math.max(seen.longestMs, now - before);
				before = now;
				setTimeout(look);
			};
			look();
			new MutationObserver(() => {
				const bar = document.querySelector('progress');
				if (bar && seen.shares.at(-1) !== bar.value) seen.shares.push(bar.value);
			}).observe(document, { subtree: true, childList: true, attributeFilter: ['value'] });
		});
	}
	const seen = () =>
		dashboard.evaluate(() => (globalThis as unknown as { seen: { longestMs: number; shares: number[] } }).seen);

	/** Chooses a file as a person does. */
	async function restore(text: string): Promise<void> {
		await dashboard.evaluate((content) => {
			const input = document.querySelector<HTMLInputElement>('.backup input[type=file]') as HTMLInputElement;
			const chosen = new DataTransfer();
			chosen.items.add(new File([content], 'sobrio-backup.json', { type: 'application/json' }));
			input.files = chosen.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		}, text);
	}

	async function eraseAll(): Promise<void> {
		await dashboard.evaluate(() =>
			(
				globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
			).chrome.runtime.sendMessage({ type: 'erase/all', request: {} }),
		);
		expect((await readStored(driver)).days).toEqual([]);
	}

	/** Restores a file once its changes are shown; until then nothing has changed. */
	async function apply(text: string, words: string): Promise<void> {
		await restore(text);
		await dashboard.waitFor(() => document.querySelector('.backup .preview button.main'), TASK_MS);
		expect(await dashboard.evaluate(() => document.querySelector('.backup .preview')?.textContent)).toMatch(
			new RegExp(words),
		);
		expect((await readStored(driver)).days).toEqual([]);
		await dashboard.click('.backup .preview button.main');
		await until(async () => (await status()).includes('restauré'), 'the restoration', TASK_MS);
	}

	it('are given up half-way when that is asked, and leave no file', async () => {
		// In the page itself, as soon as there is progress: a fast machine would be done before the next question to it.
		await dashboard.evaluate(() => {
			const watcher = new MutationObserver(() => {
				if (!document.querySelector('.backup progress')) return;
				watcher.disconnect();
				document.querySelector<HTMLButtonElement>('.backup .actions button')?.click();
			});
			watcher.observe(document, { subtree: true, childList: true });
		});
		await dashboard.click('.backup button.main');
		await until(async () => (await status()).startsWith('Annulé'), 'the end of the writing', TASK_MS);
		expect(existsSync(file)).toBe(false);
	});

	it('go out in one file, with a progress bar, and the page goes on answering', async () => {
		await watch();
		await dashboard.click('.backup button.main');
		await until(async () => (await status()) === 'La sauvegarde est terminée.', 'the backup', TASK_MS);
		await until(() => existsSync(file) && statSync(file).size > 0, 'the file');
		const { longestMs, shares } = await seen();
		console.log(`${browser}: the page was held for ${Math.round(longestMs)} ms at most, ${shares.length} steps shown`);
		expect(shares.length).toBeGreaterThan(10);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		backup = readFileSync(file, 'utf8');
		rmSync(file);
		const { days } = JSON.parse(backup);
		expect(days.flatMap(({ totals }: { totals: object[] }) => totals).length).toBe(
			TEN_YEARS_OF_DAYS * COURSES_A_DAY.length + 1,
		);
	});

	it('come back whole after everything was erased, and a second time change nothing', async () => {
		const before = await readStored(driver);
		await eraseAll();
		await apply(backup, '3.650 jours sont ajoutés');
		const { visits, days, courses } = await readStored(driver);
		expect([visits, days, courses]).toEqual([before.visits, before.days, before.courses]);
		await restore(backup);
		await until(async () => (await status()).includes('était déjà là'), 'the second restoration', TASK_MS);
		await dashboard.click('.backup button.main');
		await until(() => existsSync(file) && statSync(file).size >= backup.length, 'the second file', TASK_MS);
		expect(readFileSync(file, 'utf8')).toBe(backup);
	});

	it('are undone by one click, as long as the page is open', async () => {
		const [head, first, second = '', ...rest] = backup.split('\n');
		await eraseAll();
		await apply([head, first, second.replace(/,$/, ''), ...rest.slice(-2)].join('\n'), '2 jours sont ajoutés');
		expect((await readStored(driver)).days.length).toBeGreaterThan(1);
		await dashboard.click('.backup .undo');
		await until(async () => (await status()).startsWith('Restauration annulée'), 'the end of undoing', TASK_MS);
		const { visits, days, courses } = await readStored(driver);
		expect([visits, days, courses]).toEqual([[], [], []]);
	});

	it.each([
		['another file', () => 'jour;données', 'n’est pas une sauvegarde'],
		[
			'a newer version',
			() => backup.replace(/"version":\d+/, `"version":${BACKUP_VERSION + 1}`),
			'version plus récente',
		],
		['a cut file', () => backup.slice(0, -50), 'endommagée à la ligne'],
		['a hostile figure', () => backup.replace(/"activeMs":\d+/, '"activeMs":-5'), 'endommagée à la ligne 2'],
	])('%s is refused in words, and changes nothing', async (_, spoil, words) => {
		const before = await readStored(driver);
		await restore(spoil());
		await until(async () => (await status()).includes(words), words, TASK_MS);
		const { visits, days, courses } = await readStored(driver);
		expect([visits.length, days.length, courses]).toEqual([before.visits.length, before.days.length, before.courses]);
	});
});
