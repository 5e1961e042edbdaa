import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { switchSober } from '@/tests/e2e/rig/sober-switch';
import { figuresStored, readStored } from '@/tests/e2e/rig/stored';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { addTraffic, NO_TRAFFIC, subtractTraffic, sumTraffic } from '@/utils/core/visit/traffic';
import { FILE_BYTES, type GuardedSite, MESSAGE_BYTES, startGuardedSite } from './guarded-site';

/** Headers of a request and its answer, at most. */
const HEAD_BYTES = 1_500;

inBothBrowsers('a page that guards, keeps or leaves itself in an unusual way', (browser) => {
	let site: GuardedSite;
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		site = await startGuardedSite();
		driver = await openWithExtension(browser);
		page = await driver.newPage(`${site.origin}/page/plain`);
		await followCourse(driver, page, { courseUrl: site.origin });
		await switchSober(driver, page);
	});

	afterAll(async () => {
		await driver?.close();
		await site?.close();
	});

	const storedTraffic = async () =>
		(await readStored(driver)).visits.reduce((sum, { traffic }) => addTraffic(sum, traffic), NO_TRAFFIC);
	const requestCount = async () => sumTraffic(await storedTraffic()).requestCount;
	const open = async (name: string) => {
		await page.goto(`${site.origin}/page/${name}`);
		await page.waitFor(() => document.title === 'done');
	};

	/** What is stored for an action in a fresh page, which is left afterwards, and how many requests the server answered meanwhile. */
	async function costOf(act: () => Promise<unknown>) {
		await page.bringToFront();
		await page.goto('about:blank');
		await figuresStored(driver);
		const before = await storedTraffic();
		site.takePaths();
		await act();
		await page.goto('about:blank');
		await figuresStored(driver);
		const paths = site.takePaths();
		const traffic = subtractTraffic(await storedTraffic(), before);
		const { socket, ...others } = traffic.received;
		return { paths, traffic, socket, sum: sumTraffic({ ...traffic, received: others }) };
	}

	it('restored by Back from the browser’s cache of pages, counts once, and what it loads then too', async () => {
		const { paths, sum } = await costOf(async () => {
			await open('restored');
			await open('plain');
			await page.evaluate(() => setTimeout(() => history.back()));
			await until(() => page.evaluate(() => document.title === 'restored').catch(() => false), 'the page of before');
		});
		expect(paths.filter((path) => path.startsWith('/page'))).toEqual(['/page/restored', '/page/plain']);
		expect(paths.filter((path) => path === '/file')).toHaveLength(10 + 1 + 5);
		expect([sum.requestCount, sum.unknownCount]).toEqual([paths.length, 0]);
	});

	it('with a strict policy and trusted types, is refused nothing because of us, and measured whole', async () => {
		let refused: unknown;
		const { paths, sum, socket, traffic } = await costOf(async () => {
			await open('strict');
			refused = await page.evaluate<[], unknown>('window.refused');
		});
		expect(refused).toEqual([]);
		expect([sum.requestCount, sum.unknownCount]).toEqual([paths.length, 0]);
		const bytes = (socket?.measuredBytes ?? 0) + (socket?.estimatedBytes ?? 0);
		expect(bytes).toBeGreaterThan(MESSAGE_BYTES);
		expect(bytes).toBeLessThan(MESSAGE_BYTES + HEAD_BYTES);
		expect(traffic.sentBytes ?? 0).toBeGreaterThan(MESSAGE_BYTES);
	});

	it('in a sandbox, so without an origin, is measured whole', async () => {
		const { paths, sum } = await costOf(() => open('opaque'));
		expect(paths).toHaveLength(11);
		expect([sum.requestCount, sum.unknownCount]).toEqual([paths.length, 0]);
	});

	it('controlled by a service worker, counts what came over the network, and nothing that the worker made', async () => {
		await costOf(() => open('worked'));
		const { paths, sum } = await costOf(() => open('worked'));
		expect(sum.receivedBytes).toBeGreaterThan(10 * FILE_BYTES);
		expect(sum.receivedBytes).toBeLessThan(10 * FILE_BYTES + paths.length * HEAD_BYTES);
	});

	it('that sends something only when it is left, counts that too', async () => {
		const { paths, sum, traffic } = await costOf(() => open('late'));
		expect(paths).toEqual(['/page/late', '/file', '/file', '/late']);
		expect(sum.requestCount).toBe(paths.length);
		if (sum.unknownCount === 0) expect(traffic.sentBytes ?? 0).toBeGreaterThanOrEqual(FILE_BYTES);
	});

	it('open while the extension is reloaded, goes on and is counted on, with an unknown and nothing twice', async () => {
		const { paths, sum } = await costOf(async () => {
			const before = await requestCount();
			await open('lesson');
			await until(async () => (await requestCount()) === before + 1 + 10, 'the page to be stored');
			await driver.reloadExtension();
			await page.bringToFront();
			const loadOne = () => page.evaluate<[], unknown>('load(1).catch(() => {})');
			await until(async () => {
				await loadOne();
				return (await requestCount()) > before + 1 + 10;
			}, 'the page to be measured again');
			await loadOne();
		});
		expect(sum.unknownCount).toBeGreaterThan(0);
		expect(sum.requestCount).toBeGreaterThan(1 + 10);
		expect(sum.requestCount).toBeLessThanOrEqual(paths.length);
	});
});
