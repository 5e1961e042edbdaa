import type { Tab } from '@/tests/e2e/drivers/driver';
import { AUDIT_IDS } from './audits.ts';
import type { Shot } from './shot.ts';

/** The web page that hands two audits over. */
export const AUDIT_HANDED_OVER: Shot = {
	name: 'dashboard-audit-html',
	path: `dashboard.html#audits/${AUDIT_IDS[0]}/avec-${AUDIT_IDS[1]}`,
	ready: '.compare table',
	prepare: showHandedOver,
};

/** The list of sample audits, two of them side by side as a page and as it is handed over, and a page of one. */
export const AUDIT_REPORTS: readonly Shot[] = [
	{ name: 'dashboard-audits', path: 'dashboard.html#audits', ready: '.sites li' },
	{
		name: 'dashboard-audit',
		path: `dashboard.html#audits/${AUDIT_IDS[0]}/avec-${AUDIT_IDS[1]}`,
		ready: '.compare table',
		isPrinted: true,
	},
	AUDIT_HANDED_OVER,
	{ name: 'dashboard-audit-page', path: `dashboard.html#audits/${AUDIT_IDS[0]}/2`, ready: '.audit-files' },
];

/** Shows the web page that hands an audit over in place of the dashboard. */
async function showHandedOver(page: Tab): Promise<void> {
	await page.evaluate(() => {
		HTMLAnchorElement.prototype.click = () => {};
		URL.createObjectURL = (file) => {
			void (file as Blob).text().then((text) => Object.assign(globalThis, { handedOver: text }));
			return '';
		};
	});
	await page.click('button[data-form=html]');
	const read = () => (globalThis as { handedOver?: string }).handedOver;
	await page.waitFor(read);
	const html = await page.evaluate(read);
	await page.goto('about:blank');
	await page.evaluate((text) => {
		document.write(text ?? '');
		document.close();
	}, html);
	await page.waitFor(() => document.querySelector('.audit-sheet'));
}

/** The list of audits with one that runs: as it is, while the last one is renamed, and while its deletion can be undone. */
export const RUNNING_AUDIT: readonly Shot[] = [
	{ name: 'dashboard-audits-running', path: 'dashboard.html#audits', ready: '#stop-audit' },
	{
		name: 'dashboard-audits-rename',
		path: 'dashboard.html#audits',
		ready: '.sites li:last-child button',
		prepare: async (page) => {
			await page.click('.sites li:last-child button:first-of-type');
			await page.waitFor(() => document.querySelector('.rename input'));
		},
	},
	{
		name: 'dashboard-audits-deleted',
		path: 'dashboard.html#audits',
		ready: '.sites li:last-child button',
		prepare: async (page) => {
			// The seconds to undo stand still: nothing is deleted, however long the tests take.
			await page.evaluate(() => {
				globalThis.setInterval = (() => 0) as unknown as typeof setInterval;
			});
			await page.click('.sites li:last-child button:last-of-type');
			await page.waitFor(() => document.querySelector('.left-site:not([hidden]) button'));
		},
	},
];

/** The same while a pause interrupts it. */
export const PAUSED_AUDIT: Shot = {
	name: 'dashboard-audits-paused',
	path: 'dashboard.html#audits',
	ready: '#stop-audit',
};

/** The list where an audit can be started. */
export const ENDED_AUDIT: Shot = {
	name: 'dashboard-audits-ended',
	path: 'dashboard.html#audits',
	ready: '#start-audit',
};
