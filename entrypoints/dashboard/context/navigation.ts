import { computed, signal } from '@preact/signals-core';
import type { Measure } from '@/entrypoints/dashboard/chart/chart-measures';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { monthAfter, monthBefore, monthOf, weeksOfMonth as weeksIn } from '@/utils/core/units/month';
import { hashOf, monthOfWeek, parseHash, type Route, type ViewName } from './route';

/** Which view, week, month and measure the page shows, by its address. */
function createPosition(now: () => Date) {
	const today = signal(dayOf(now()));
	const currentWeek = computed(() => weekOf(today.value));
	const route = signal<Route>({ view: 'week', week: currentWeek.value, measure: 'data' });
	/** Kept while a view without a week is shown; so are the month and the measure. */
	const week = signal(currentWeek.value);
	const month = signal(monthOf(today.value));
	const measure = signal<Measure>('data');

	/** Follows the address to the view and period that it names. */
	function go(hash: string): void {
		const next = parseHash(hash, today.value);
		route.value = next;
		if ('week' in next) week.value = next.week;
		if ('month' in next) month.value = next.month;
		if ('measure' in next) measure.value = next.measure;
	}

	return { today, currentWeek, route, week, month, measure, go };
}

/** Where the page is, and the addresses that its views link to. */
export function createNavigation(now: () => Date) {
	const position = createPosition(now);
	const { today, currentWeek, route, week, month, measure } = position;

	const weekHref = (of: string, by = measure.value) => hashOf({ view: 'week', week: of, measure: by });
	const monthHref = (of: string, by = measure.value) => hashOf({ view: 'month', month: of, measure: by });

	function hrefOf(view: ViewName): string {
		if (view === 'week') return weekHref(week.value);
		if (view === 'month')
			return monthHref(route.value.view === 'month' ? month.value : monthOfWeek(week.value, today.value));
		if (view === 'audits') return hashOf({ view, audit: null, page: null, other: null });
		return hashOf(view === 'export' ? { view, week: week.value } : { view });
	}

	/** The same period with another measure. */
	function measureHref(by: Measure): string {
		return route.value.view === 'month' ? monthHref(month.value, by) : weekHref(week.value, by);
	}

	/** The export of another week in the export view, and its figures everywhere else. */
	function neighbourHref(weeks: number): string {
		const neighbour = shiftWeek(week.value, weeks);
		return route.value.view === 'export' ? hashOf({ view: 'export', week: neighbour }) : weekHref(neighbour);
	}

	const previousHref = computed(() => neighbourHref(-1));
	/** Null in the current week. */
	const nextHref = computed(() => (week.value < currentWeek.value ? neighbourHref(1) : null));
	const previousMonthHref = computed(() => monthHref(monthBefore(month.value)));
	/** Null in the current month. */
	const nextMonthHref = computed(() =>
		month.value < monthOf(today.value) ? monthHref(monthAfter(month.value)) : null,
	);
	/** The weeks of the month shown, without those still to come. */
	const weeksOfMonth = computed(() =>
		weeksIn(month.value)
			.filter((each) => each <= currentWeek.value)
			.map((each) => ({ week: each, href: weekHref(each) })),
	);

	const hrefs = { hrefOf, measureHref, previousHref, nextHref, previousMonthHref, nextMonthHref, weeksOfMonth };
	return { ...position, ...hrefs };
}
