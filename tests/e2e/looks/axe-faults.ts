import axe from 'axe-core';
import type { Shot } from '@/scripts/screenshots/shot';
import { eachState } from '@/scripts/screenshots/states';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';

/** The rules of axe-core that judge colours: nothing else differs between a light and a dark page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** The language in which every rule is tried. In the other one the same elements have other words. */
const MAIN_LANGUAGE = 'fr';

interface Axe {
	run(
		context: Document,
		options: object,
	): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }>;
}

/**
 * What axe-core finds wrong with states, one line each, and how often it was asked. Each state is opened once in each language: in French
 * every rule is tried on a light page, and those of colours on the same page in the dark; in English all but those of colours.
 * `look` sees each page too.
 */
export async function faultsOfStates(
	driver: Driver,
	shots: readonly Shot[],
	look: (page: Tab, shot: Shot) => Promise<readonly string[]> = async () => [],
): Promise<{ readonly faults: readonly string[]; readonly runCount: number }> {
	const faults: string[] = [];
	let runCount = 0;
	await eachState(
		driver,
		shots,
		async (page, { shot, language, theme }) => {
			runCount++;
			const isMain = language === MAIN_LANGUAGE;
			const found = await faultsOf(page, theme === 'dark' ? 'colours' : isMain ? 'all' : 'words');
			for (const fault of [...found, ...(await look(page, shot))])
				faults.push(`${shot.name} ${language} ${theme}: ${fault}`);
		},
		(language) => (language === MAIN_LANGUAGE ? ['light', 'dark'] : ['light']),
	);
	return { faults, runCount };
}

/** The violations that axe-core finds on a page, one line each. */
async function faultsOf(page: Tab, what: 'all' | 'colours' | 'words'): Promise<readonly string[]> {
	const isThere = await page.evaluate(() => 'axe' in globalThis);
	if (!isThere) await page.evaluate(`(() => { ${axe.source} })()`);
	const options = {
		all: {},
		colours: { runOnly: { type: 'rule', values: COLOUR_RULES } },
		words: { rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])) },
	}[what];
	return page.evaluate(async (chosen) => {
		const { axe: loaded } = globalThis as unknown as { axe: Axe };
		// What is right needs no selectors.
		const { violations } = await loaded.run(document, { ...chosen, resultTypes: ['violations'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary.replace(/\s+/g, ' ')}`),
		);
	}, options);
}
