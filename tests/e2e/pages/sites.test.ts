import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { setPolicy } from '@/tests/e2e/drivers/policy';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

const HOST = 'cours.localhost';
/** The same course under another name, which the organisation has followed. */
const MANAGED_HOST = 'organisme.localhost';
const LESSON = '/mod/page/view.php?id=201';

/** The extension interfaces called in its background or pages; never called here. */
declare const chrome: {
	permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
	tabs: { query(which: object): Promise<{ id: number; url?: string; active: boolean }[]> };
};

inBothBrowsers('with sites set by the user and by an organisation', (browser) => {
	let course: Course;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;
	let restorePolicy = () => {};

	beforeAll(async () => {
		const policy = {
			followedHosts: [MANAGED_HOST],
			device: 'desktop',
			country: 'BE',
			soberMode: true,
			soberLines: 480,
		};
		restorePolicy = setPolicy(browser, extensionDir(browser), policy);
		course = await startCourse();
		driver = await openWithExtension(browser, { keepsWelcome: true });
	});

	afterAll(async () => {
		restorePolicy();
		await driver?.close();
		await course?.close();
	});

	const lessonOn = (host: string) => course.courseUrl.replace(HOST, host) + LESSON;
	const text = (of: Page, selector = 'body') =>
		of.evaluate((wanted) => document.querySelector(wanted)?.textContent?.replace(/\s+/g, ' ') ?? '', selector);
	const shows = (of: Page, selector: string, words: RegExp) =>
		until(async () => words.test(await text(of, selector)), String(words));
	const isGranted = (host: string) =>
		driver.evaluateInBackground((origin) => chrome.permissions.contains({ origins: [origin] }), `*://${host}/*`);
	const hostsWithFigures = async () => [...new Set((await readAllHistory(dashboard)).days.map(({ host }) => host))];

	/** The popup of the page in front, in a tab: there it outlives the prompts, and the switch on chrome://extensions. */
	async function openLastingPopup(host: string): Promise<Page> {
		// The real one first: opening it lets us see the tab, as it does for a person.
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('.notice h2'));
		await popup.close();
		const [tab] = await driver.evaluateInBackground(
			async (name) => (await chrome.tabs.query({})).filter(({ url }) => url?.includes(`//${name}:`)),
			host,
		);
		const lasting = await driver.openExtensionPage(`popup.html?tab=${tab?.id}`);
		await lasting.waitFor(() => document.querySelector('.notice h2'));
		return lasting;
	}

	/** Clicks "Restore access" with a consent that the driver gives, and waits until the page has figures in the popup. */
	async function restore(popup: Page, host: string): Promise<void> {
		await driver.grantHost(`*://${host}/*`);
		await popup.bringToFront();
		await popup.click('.notice button.main');
		await until(() => isGranted(host), 'the permission');
		await popup.waitFor(() => document.querySelector('.page .figure'));
	}

	it('opens the welcome page at install, with what the organisation has set', async () => {
		const welcome = await until(
			() =>
				driver.evaluateInBackground(async () =>
					(await chrome.tabs.query({})).find(({ url }) => url?.endsWith('/welcome.html')),
				),
			'the welcome page',
		);
		expect(welcome.active).toBe(true);
		const again = await driver.openExtensionPage('welcome.html');
		await again.waitFor(() => document.querySelector<HTMLSelectElement>('#profile-device')?.disabled);
		expect(
			await again.evaluate(() => [
				document.title,
				document.querySelector<HTMLSelectElement>('#profile-device')?.value,
				document.querySelector<HTMLSelectElement>('#profile-country')?.value,
			]),
		).toEqual(['Bienvenue dans Sobrio', 'desktop', 'BE']);
		await shows(again, '#profile-device-hint', /^Réglé par votre organisation\.$/);
		await again.close();
	});

	it('shows the organisation’s site in the popup, and measures it once its user consents', async () => {
		page = await driver.newPage(lessonOn(MANAGED_HOST));
		const popup = await openLastingPopup(MANAGED_HOST);
		await shows(popup, '.notice', /suivi à la demande de votre organisation/);
		await restore(popup, MANAGED_HOST);
		await popup.waitFor(() => document.querySelector<HTMLInputElement>('.sober .switch input:disabled')?.checked);
		await shows(popup, '.sober [role=status]', /Réglé par votre organisation\./);
		await shows(popup, '.sober details', /480p/);
		await popup.close();
		dashboard = await driver.openExtensionPage('dashboard.html#sites');
		await until(async () => (await hostsWithFigures()).includes(MANAGED_HOST), 'figures of the organisation’s site');
	});

	it('lists the organisation’s site, which cannot be left', async () => {
		await dashboard.goto(`${driver.extensionUrl}dashboard.html?again#sites`);
		await shows(dashboard, '.sites', /organisme\.localhost.*suivi à la demande de votre organisation/);
		expect(await text(dashboard, '.sites')).not.toContain('Ne plus suivre');
	});

	it('shows that a permission was revoked, accepts a refusal, and restores it by one click', async () => {
		await page.goto(lessonOn(HOST));
		await followCourse(driver, page, course);
		await until(async () => (await hostsWithFigures()).includes(HOST), 'figures of the followed site');
		await driver.revokeHost(`*://${HOST}/*`);
		// Chromium's activeTab, given with the popup, outlives a navigation within the same site.
		await page.goto('about:blank');
		await page.goto(lessonOn(HOST));
		const popup = await openLastingPopup(HOST);
		await shows(popup, '.notice h2', new RegExp(`^${HOST} : accès manquant$`));
		await driver.clickAndRefuse(popup, '.notice button.main');
		await popup.waitFor(() => document.querySelector('.notice .status')?.textContent?.includes('Accès refusé'));
		expect(await isGranted(HOST)).toBe(false);
		await restore(popup, HOST);
		await popup.close();
	});

	it('gives the permission back when the site is left, and erases its figures only', async () => {
		await dashboard.goto(`${driver.extensionUrl}dashboard.html?left#sites`);
		await dashboard.bringToFront();
		await dashboard.waitFor(() => document.querySelectorAll('.sites li').length === 2);
		await shows(dashboard, '.sites li:last-child', /cours\.localhost.*dernière visite.*Accès accordé/);
		await dashboard.click('.sites li:last-child .unfollow');
		await until(async () => !(await isGranted(HOST)), 'the permission to be given back');
		expect(await isGranted(MANAGED_HOST)).toBe(true);
		expect((await hostsWithFigures()).sort()).toEqual([HOST, MANAGED_HOST]);
		await dashboard.click('.left-site button.danger');
		await until(async () => !(await hostsWithFigures()).includes(HOST), 'the figures to go');
		expect(await hostsWithFigures()).toEqual([MANAGED_HOST]);
	});
});
