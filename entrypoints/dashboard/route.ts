import { MEASURES, type Measure } from '@/components/chart-measures';
import type { ViewName } from '@/components/TopNav';
import { isWeek } from '@/utils/units/day';

/** What the address of the dashboard says: a view, and for those of a week which week, and what its chart counts. */
export type Route =
	| { readonly view: 'week'; readonly week: string; readonly measure: Measure }
	| { readonly view: 'export'; readonly week: string }
	| { readonly view: Exclude<ViewName, 'week' | 'export'> };

/** The same in both languages, so that a bookmark outlives a change of language. */
const WORD_OF: Readonly<Record<ViewName, string>> = {
	week: 'semaine',
	export: 'export',
	group: 'groupe',
	sites: 'sites',
	method: 'methode',
	data: 'donnees',
	settings: 'reglages',
};

/** A chart of data needs no word: it is what is shown first. */
const MEASURE_WORD: Readonly<Record<Measure, string>> = { data: '', time: 'temps', co2: 'co2e' };

/** The hash of a route, `#semaine/2026-W48/temps`. */
export function hashOf(route: Route): string {
	const period = 'week' in route ? route.week : '';
	const measure = 'measure' in route ? MEASURE_WORD[route.measure] : '';
	return `#${[WORD_OF[route.view], period, measure].filter((word) => word !== '').join('/')}`;
}

/** The route of a hash; the current week for what names no view, or a week that does not exist or is still to come. */
export function parseHash(hash: string, currentWeek: string): Route {
	const [word = '', period = '', last = ''] = hash.replace(/^#/, '').split('/');
	const view = (Object.keys(WORD_OF) as ViewName[]).find((name) => WORD_OF[name] === word) ?? 'week';
	const week = isWeek(period) && period <= currentWeek ? period : currentWeek;
	if (view === 'export') return { view, week };
	if (view !== 'week') return { view };
	return { view, week, measure: MEASURES.find((each) => MEASURE_WORD[each] === last) ?? 'data' };
}
