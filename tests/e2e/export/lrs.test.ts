import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { type LrsServer, startLrs } from '@/tests/background/export/server';
import { COURSES, LESSON, QUIZ } from '@/tests/core/export/week';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { readStored } from '@/tests/e2e/rig/stored';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
const [MONDAY = '', TUESDAY = ''] = daysOfWeek(WEEK);

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	permissions: {
		contains(asked: { origins: string[] }): Promise<boolean>;
		getAll(): Promise<{ data_collection?: string[] }>;
		remove(asked: { data_collection?: string[] }): Promise<boolean>;
	};
};

inBothBrowsers('sending a week to an LRS', (browser) => {
	let lrs: LrsServer;
	let driver: Driver;
	let dashboard: Page;

	beforeAll(async () => {
		lrs = await startLrs();
		driver = await openWithExtension(browser);
		dashboard = await openDashboard(driver);
		await seed(driver, {
			days: [
				{ ...LESSON, day: MONDAY },
				{ ...QUIZ, day: MONDAY },
				{ ...LESSON, day: TUESDAY, courseKey: '8' },
			],
			courses: COURSES,
		});
		await dashboard.evaluate(() => location.assign('#reglages'));
		await dashboard.waitFor(() => document.querySelector('.lrs'));
	});

	afterAll(async () => {
		await driver?.close();
		lrs?.close();
	});

	const text = (selector: string) =>
		dashboard.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
	const state = (words: string) => until(async () => (await text('.lrs .target-state')).includes(words), words);
	const send = async () => {
		await dashboard.bringToFront();
		await dashboard.click('.lrs button.main[type=button]');
	};

	/** Sends, and waits for the request: what the page shows may be of an earlier one. */
	const sendAnother = async () => {
		const asked = lrs.asked.length;
		await send();
		await until(() => lrs.asked.length > asked, 'the request');
	};

	/** Fills the form in, and submits it with a click of its button. */
	async function fill(
		values: Readonly<Record<string, string>>,
		submit: (button: string) => Promise<void>,
	): Promise<void> {
		await dashboard.evaluate((entries) => {
			for (const [name, value] of Object.entries(entries)) {
				(document.querySelector(`.lrs [name=${name}]`) as HTMLInputElement).value = value;
			}
		}, values);
		await dashboard.bringToFront();
		await submit('.lrs button[type=submit]');
	}

	/** Saves the store, and waits for it: what the page says may be of an earlier time, until it says anything else. */
	async function save(secret: string): Promise<void> {
		await dashboard.evaluate(() => {
			delete document.body.dataset.asked;
			new MutationObserver((_, observer) => {
				if (document.querySelector('#lrs-status')?.textContent === 'Enregistré.') return;
				document.body.dataset.asked = '';
				observer.disconnect();
			}).observe(document.body, { subtree: true, childList: true, characterData: true });
		});
		await fill(
			{ endpoint: `${lrs.endpoint}/`, key: 'clé', secret, version: '1.0.3', scope: 'shareable' },
			dashboard.click,
		);
		await dashboard.waitFor(
			() =>
				document.body.dataset.asked !== undefined &&
				document.querySelector('#lrs-status')?.textContent === 'Enregistré.',
		);
	}

	it('offers nothing to send before it is set up', async () => {
		expect(await dashboard.evaluate(() => document.querySelectorAll('.lrs button').length)).toBe(1);
		expect((await readStored(driver)).databases).toEqual(['sobrio']);
	});

	it('keeps nothing when the permission for its host is refused', async () => {
		await fill({ endpoint: lrs.endpoint, key: 'clé', secret: 'secret' }, (button) =>
			driver.clickAndRefuse(dashboard, button),
		);
		await until(async () => (await text('#lrs-status')).startsWith('Accès refusé'), 'the refusal');
		expect((await readStored(driver)).databases).toEqual(['sobrio']);
		expect(lrs.asked).toEqual([]);
	});

	it('shows that the key is wrong, and keeps the queue', async () => {
		await driver.grantHost('http://127.0.0.1/*');
		await save('wrong');
		// Content scripts can read the settings, but no database of the extension.
		expect(JSON.stringify((await readStored(driver)).local)).not.toContain('wrong');
		await send();
		await state('refuse la clé');
		await state(WEEK);
		expect((await readStored(driver)).local.lrsQueue).toMatchObject({ value: { weeks: [WEEK] } });
		expect([lrs.asked.length, lrs.statements.size]).toEqual([1, 0]);
	});

	it('shows that the connection broke, and sends everything the next time', async () => {
		await save('secret');
		// A browser repeats once by itself a request that failed on a reused connection.
		lrs.next.push('take-and-drop', 'take-and-drop');
		await send();
		await state('Pas de réponse');
		await state('Nouvel essai');
		lrs.next.length = 0;
		await send();
		await state('a les 2 relevés');
		expect([lrs.statements.size, lrs.faults]).toEqual([2, []]);
		expect(JSON.stringify([...lrs.statements.values()])).not.toMatch(/moodle|Prévention/);
	});

	it('sends it again without doubling anything', async () => {
		const before = JSON.stringify([...lrs.statements]);
		await sendAnother();
		await state('a les 2 relevés');
		expect(JSON.stringify([...lrs.statements])).toBe(before);
	});

	it('sends nothing once the user has taken the consent back, and asks for it again when the store is saved', async () => {
		const kinds = await driver.evaluateInBackground(consentedKinds);
		// Chrome has no such consent.
		expect(kinds).toEqual(browser === 'firefox' ? ['authenticationInfo', 'browsingActivity', 'websiteActivity'] : []);
		const asked = lrs.asked.length;
		await driver.evaluateInBackground(
			(data_collection) => chrome.permissions.remove(data_collection.length > 0 ? { data_collection } : {}),
			kinds,
		);
		if (browser === 'firefox') {
			await send();
			await state('Rien n’est parti');
			expect(lrs.asked.length).toBe(asked);
		} else await sendAnother();
		await save('secret');
		expect(await driver.evaluateInBackground(consentedKinds)).toEqual(kinds);
		await sendAnother();
		await state('a les 2 relevés');
	});

	it('shows while the settings are open that the access to its host is gone, and that it is back', async () => {
		const lost = async () => (await text('.lrs')).includes('n’a plus votre autorisation');
		await driver.revokeHost('http://127.0.0.1/*');
		await until(lost, 'the access to be gone');
		await driver.grantHost('http://127.0.0.1/*');
		// Firefox grants it at the next click that asks for it.
		if (browser === 'firefox') await save('secret');
		await until(async () => !(await lost()), 'the access to be back');
	});

	it('goes on by itself when it is time, though the background was stopped', async () => {
		lrs.next.push({ status: 503 });
		await sendAnother();
		await state('Réponse 503');
		await driver.stopBackground();
		const asked = lrs.asked.length;
		// The time for the next try is come, as the alarm would find it.
		await driver.evaluateInBackground(async () => {
			const { storage, alarms } = (globalThis as unknown as { chrome: Extension }).chrome;
			const { lrsQueue } = await storage.local.get('lrsQueue');
			await storage.local.set({ lrsQueue: { ...lrsQueue, value: { ...lrsQueue?.value, nextAtMs: 0 } } });
			await alarms.create('lrs', { when: Date.now() });
		});
		await until(() => lrs.asked.length > asked, 'the alarm', 90_000);
		await state('a les 2 relevés');
	});

	it('lets none of its own pages send a request, not even to the store', async () => {
		const asked = lrs.asked.length;
		const outcome = await dashboard.evaluate(
			(address) =>
				fetch(address).then(
					() => 'answered',
					() => 'refused',
				),
			lrs.endpoint,
		);
		expect([outcome, lrs.asked.length]).toEqual(['refused', asked]);
	});

	it('deletes the store’s address, its secret and its permission', async () => {
		await dashboard.bringToFront();
		await dashboard.click('.lrs button.main[type=button] + button');
		expect(await driver.evaluateInBackground(secretKeys)).toContain('exportSecret');
		await until(
			async () => !(await driver.evaluateInBackground(secretKeys)).includes('lrs'),
			'the store to be forgotten',
		);
		expect(JSON.stringify((await readStored(driver)).local)).not.toMatch(/secret|127\.0\.0\.1/);
		const isGranted = () =>
			driver.evaluateInBackground((origin) => chrome.permissions.contains({ origins: [origin] }), 'http://127.0.0.1/*');
		await until(async () => !(await isGranted()), 'the permission to be given back');
		await until(async () => (await driver.evaluateInBackground(consentedKinds)).length === 0, 'the consent to be gone');
	});
});

interface Extension {
	storage: {
		local: {
			get(key: string): Promise<Record<string, { value?: object } | undefined>>;
			set(items: object): Promise<void>;
		};
	};
	alarms: { create(name: string, info: { when: number }): Promise<void> };
}

/** Runs in the background, so it stands alone: the kinds of data that the user has agreed to send. */
async function consentedKinds(): Promise<string[]> {
	return ((await chrome.permissions.getAll()).data_collection ?? []).sort();
}

/** Runs in the background, so it stands alone: the keys of the stored secrets. */
async function secretKeys(): Promise<string[]> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('sobrio-secrets');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const keys = await new Promise<string[]>((resolve, reject) => {
		const request = database.transaction('secrets').objectStore('secrets').getAllKeys();
		request.onsuccess = () => resolve(request.result as string[]);
		request.onerror = () => reject(request.error);
	});
	database.close();
	return keys;
}
