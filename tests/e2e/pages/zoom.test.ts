import { expect, it } from 'vitest';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { dashboardTab } from './dashboard-tab';

/** A window of 1280 px at 200 %; the popup at its own width, and the panel at its smallest. */
const ZOOMED_PX = [640, 400] as const;
const COLUMN_PX: Readonly<Record<string, readonly [number, number]>> = {
	'popup.html': [380, 300],
	'sidepanel.html': [280, 400],
};

inBothBrowsers('enlarged to 200 %', (browser) => {
	const tab = dashboardTab(browser);

	it.each([
		['dashboard.html', '.courses'],
		['dashboard.html#mois', '.figure-cards'],
		['dashboard.html#export', '.preview'],
		['dashboard.html#groupe', '#group-files'],
		['dashboard.html#sites', '.site-form'],
		['dashboard.html#methode', '.method table'],
		['dashboard.html#donnees', '.backup'],
		['dashboard.html#reglages', '.notices'],
		['welcome.html', '.levels'],
		['popup.html', 'footer button'],
		['sidepanel.html', 'footer button'],
	])('%s: nothing overflows the width of the window', async (path, ready) => {
		const [widthPx, heightPx] = COLUMN_PX[path] ?? ZOOMED_PX;
		await tab.page().setViewport(widthPx, heightPx);
		const page = await tab.open(path, ready);
		const { scrollWidth, clientWidth } = await page.evaluate(() => ({
			scrollWidth: document.documentElement.scrollWidth,
			clientWidth: document.documentElement.clientWidth,
		}));
		expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
	});
});
