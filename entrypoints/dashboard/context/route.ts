import { MEASURES, type Measure } from '@/entrypoints/dashboard/chart/chart-measures';
import { daysOfWeek, isWeek, weekOf } from '@/utils/core/units/day';
import { isMonth, monthOf } from '@/utils/core/units/month';

/** The views of the dashboard, in the order of the navigation. */
export const VIEWS = [
	'week',
	'month',
	'export',
	'group',
	'audits',
	'sites',
	'method',
	'data',
	'settings',
	'help',
] as const;

/** One of {@link VIEWS}. */
export type ViewName = (typeof VIEWS)[number];

/** The address of the dashboard, parsed: a view, and for a period which one and the measure of its chart. */
export type Route =
	| { readonly view: 'week'; readonly week: string; readonly measure: Measure }
	| { readonly view: 'month'; readonly month: string; readonly measure: Measure }
	| { readonly view: 'export'; readonly week: string }
	| AuditRoute
	| { readonly view: Exclude<ViewName, 'week' | 'month' | 'export' | 'audits'> };

/** The list of audits, the report of one (beside another), or a page of it by its number. */
export interface AuditRoute {
	readonly view: 'audits';
	readonly audit: string | null;
	readonly page: number | null;
	readonly other: string | null;
}

/** The same in both languages, so that bookmarks still work after a change of language. */
const WORD_OF: Readonly<Record<ViewName, string>> = {
	week: 'semaine',
	month: 'mois',
	export: 'export',
	group: 'groupe',
	audits: 'audits',
	sites: 'sites',
	method: 'methode',
	data: 'donnees',
	settings: 'reglages',
	help: 'aide',
};

const THURSDAY = 3;

/** No word for data, the default. */
const MEASURE_WORD: Readonly<Record<Measure, string>> = { data: '', time: 'temps', co2: 'co2e' };

/** The hash of a route, `#semaine/2026-W48/temps`. */
export function hashOf(route: Route): string {
	if (route.view === 'audits') return auditHash(route);
	const period = 'week' in route ? route.week : 'month' in route ? route.month : '';
	const measure = 'measure' in route ? MEASURE_WORD[route.measure] : '';
	return `#${[WORD_OF[route.view], period, measure].filter((word) => word !== '').join('/')}`;
}

/** The route of a hash. Falls back to the current week or month when the hash names none, an invalid one or a future one. */
export function parseHash(hash: string, today: string): Route {
	const [word = '', period = '', last = ''] = hash.replace(/^#/, '').split('/');
	const view = (Object.keys(WORD_OF) as ViewName[]).find((name) => WORD_OF[name] === word) ?? 'week';
	const [currentWeek, currentMonth] = [weekOf(today), monthOf(today)];
	const week = isWeek(period) && period <= currentWeek ? period : currentWeek;
	const month = isMonth(period) && period <= currentMonth ? period : currentMonth;
	const measure = MEASURES.find((each) => MEASURE_WORD[each] === last) ?? 'data';
	if (view === 'week') return { view, week, measure };
	if (view === 'audits') return auditRoute(period, last);
	if (view === 'month') return { view, month, measure };
	return view === 'export' ? { view, week } : { view };
}

const AUDIT_ID = /^[\w-]{1,64}$/;
/** Before the id of the audit that another one is compared with. */
const BESIDE = 'avec-';

function auditHash({ view, audit, page, other }: AuditRoute): string {
	const last = page === null ? other && BESIDE + other : String(page);
	return `#${[WORD_OF[view], audit, last].filter((word) => word !== null && word !== '').join('/')}`;
}

function auditRoute(id: string, last: string): AuditRoute {
	const audit = AUDIT_ID.test(id) ? id : null;
	const page = audit && /^\d{1,6}$/.test(last) ? Number(last) : null;
	const beside = last.startsWith(BESIDE) ? last.slice(BESIDE.length) : '';
	return { view: 'audits', audit, page, other: audit && AUDIT_ID.test(beside) ? beside : null };
}

/** The month that holds most days of a week; today's month for the current week. */
export function monthOfWeek(week: string, today: string): string {
	return monthOf(week === weekOf(today) ? today : (daysOfWeek(week)[THURSDAY] as string));
}
