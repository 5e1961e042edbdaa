import type { Driver, Page, Tab } from '@/tests/e2e/drivers/driver';
import { LANGUAGES, type Language } from '@/utils/core/units/language';
import type { Shot } from './shot.ts';

const THEMES = ['light', 'dark'] as const;

/** The size of each kind of page: popups and panels are a column, the others a window. */
const SIZES = { popup: [420, 600], panel: [280, 800], page: [1280, 800] } as const;

type Theme = (typeof THEMES)[number];

/** A state in one language and theme. */
export interface State {
	readonly shot: Shot;
	readonly language: Language;
	readonly theme: Theme;
}

/** Opens each state once in each language, and shows it to `look` in the themes of that language; names the state that fails. */
export async function eachState(
	driver: Driver,
	shots: readonly Shot[],
	look: (page: Tab, state: State) => Promise<void>,
	themesOf: (language: Language) => readonly Theme[] = () => THEMES,
): Promise<void> {
	for (const language of LANGUAGES) {
		await speak(driver, language);
		for (const shot of shots) {
			try {
				const page = await open(driver, shot);
				for (const theme of themesOf(language)) {
					await driver.setDarkMode(theme === 'dark');
					await rest(page);
					await look(page, { shot, language, theme });
				}
				await page.close();
			} catch (error) {
				throw new Error(`${shot.name}, ${language}: ${error}`, { cause: error });
			}
		}
	}
}

/** Pictures are taken after transitions have ended. */
export async function rest(page: Page): Promise<void> {
	await page.waitFor(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
}

async function open(driver: Driver, shot: Shot): Promise<Tab> {
	const page = await driver.openExtensionPage(shot.path);
	const kind = shot.path.startsWith('popup') ? 'popup' : shot.path.startsWith('sidepanel') ? 'panel' : 'page';
	const [width, height] = SIZES[kind];
	await page.setViewport(width, height);
	await page.bringToFront();
	await page.waitFor(`document.querySelector(${JSON.stringify(shot.ready)})`);
	await shot.prepare?.(page);
	return page;
}

/** Sets Sobrio's own language, for pages that are opened from now on. */
export async function speak(driver: Driver, value: State['language']): Promise<void> {
	await driver.evaluateInBackground((language) => {
		const { chrome } = globalThis as unknown as {
			chrome: { storage: { local: { set(items: object): Promise<void> } } };
		};
		return chrome.storage.local.set({ language: { version: 1, value: language } });
	}, value);
}
