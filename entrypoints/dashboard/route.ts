import type { ViewName } from '@/components/TopNav';
import { isWeek } from '@/utils/units/day';

/** The views of one week. */
type WeekView = 'week' | 'export';

/** What the address of the dashboard says: a view, and for those of a week which week. */
export type Route = { readonly view: WeekView; readonly week: string } | { readonly view: Exclude<ViewName, WeekView> };

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

/** The hash of a route, `#semaine/2026-W48`. */
export function hashOf(route: Route): string {
	const word = WORD_OF[route.view];
	return 'week' in route ? `#${word}/${route.week}` : `#${word}`;
}

/** The route of a hash; the current week for what names no view, or a week that does not exist or is still to come. */
export function parseHash(hash: string, currentWeek: string): Route {
	const [word = '', week = ''] = hash.replace(/^#/, '').split('/');
	const view = (Object.keys(WORD_OF) as ViewName[]).find((name) => WORD_OF[name] === word) ?? 'week';
	if (view !== 'week' && view !== 'export') return { view };
	return { view, week: isWeek(week) && week <= currentWeek ? week : currentWeek };
}
