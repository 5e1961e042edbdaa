import { computed, signal } from '@preact/signals-core';
import type { Measure } from '@/entrypoints/dashboard/chart/chart-measures';
import { DEFAULT_PROFILE, type Profile } from '@/utils/core/carbon/profile';
import type { Goal } from '@/utils/core/stats/goal';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { monthAfter, monthBefore, monthOf, weeksOfMonth as weeksIn } from '@/utils/core/units/month';
import type { ProfileState } from '@/utils/settings/profile';
import { createWeeklyView } from './export/weekly-view';
import { createLaterViews } from './later-views';
import { hashOf, monthOfWeek, parseHash, type Route } from './route';
import type { DashboardServices } from './services';
import type { ViewName } from './TopNav';
import { createWeekView } from './week/week-view';

/** The dashboard's state and actions. Everything it asks of the browser goes through `services`. */
export function createDashboardModel(services: DashboardServices) {
	const today = signal(dayOf(services.now()));
	const currentWeek = computed(() => weekOf(today.value));
	const route = signal<Route>({ view: 'week', week: currentWeek.value, measure: 'data' });
	/** The week in view, kept while another view is looked at. */
	const week = signal(currentWeek.value);
	const month = signal(monthOf(today.value));
	/** What the charts count, kept like the week. */
	const measure = signal<Measure>('data');
	const profile = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	const goal = signal<Goal | null>(null);
	const weekView = createWeekView(services, week, profile);
	const weeklyView = createWeeklyView(services);
	const laterViews = createLaterViews(computed(() => route.value.view));
	// For as long as the page is open: the equipment may be changed in another tab.
	services.watchProfile((changed) => {
		profile.value = changed;
	});

	services.watchGoal(() => void loadGoal());

	/** Shows what the address says. */
	async function go(hash: string): Promise<void> {
		route.value = parseHash(hash, today.value);
		if ('week' in route.value) week.value = route.value.week;
		if ('month' in route.value) month.value = route.value.month;
		if ('measure' in route.value) measure.value = route.value.measure;
		await Promise.all([readFigures(), laterViews.show(model)]);
		await laterViews.load();
	}

	/** Reads what the view shows again, as when its tab comes back to the front. */
	async function refresh(): Promise<void> {
		await readFigures();
		await laterViews.load();
	}

	async function readFigures(): Promise<void> {
		today.value = dayOf(services.now());
		profile.value = await services.loadProfile();
		await loadGoal();
		if ('week' in route.value) await weekView.load();
		if ('week' in route.value) await weeklyView.load();
	}

	async function loadGoal(): Promise<void> {
		goal.value = await services.readGoal();
	}

	/** Keeps a goal; null for none. */
	async function changeGoal(next: Goal | null): Promise<void> {
		goal.value = next;
		await services.saveGoal(next);
	}

	async function eraseEverything(): Promise<boolean> {
		const reply = await services.ask('erase/all', {});
		if (reply.ok) await services.resetSettings();
		return reply.ok;
	}

	async function changeProfile(next: Profile): Promise<void> {
		profile.value = { ...profile.value, profile: next, countryClue: null };
		await services.saveProfile(next);
	}

	/** Forgets what the learner told of their equipment, and guesses again. */
	async function resetProfile(): Promise<void> {
		await services.saveProfile(null);
		profile.value = await services.loadProfile();
	}

	function hrefOf(view: ViewName): string {
		if (view === 'week') return weekHref(week.value);
		if (view === 'month')
			return monthHref(route.value.view === 'month' ? month.value : monthOfWeek(week.value, today.value));
		return hashOf(view === 'export' ? { view, week: week.value } : { view });
	}

	function weekHref(shown: string, counted: Measure = measure.value): string {
		return hashOf({ view: 'week', week: shown, measure: counted });
	}

	function monthHref(shown: string, counted: Measure = measure.value): string {
		return hashOf({ view: 'month', month: shown, measure: counted });
	}

	/** The same period with another measure. */
	function measureHref(counted: Measure): string {
		return route.value.view === 'month' ? monthHref(month.value, counted) : weekHref(week.value, counted);
	}

	/** The same view of another week; the week's figures from a view that has none. */
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
	/** The weeks of the month in view that have begun. */
	const weeksOfMonth = computed(() =>
		weeksIn(month.value)
			.filter((each) => each <= currentWeek.value)
			.map((each) => ({ week: each, href: weekHref(each) })),
	);

	const model = {
		services,
		version: services.version,
		/** The reader's language, BCP 47. */
		locale: services.language,
		language: services.chosenLanguage,
		chooseLanguage: services.chooseLanguage,
		today,
		route,
		week,
		month,
		measure,
		profile,
		goal,
		weekView,
		laterViews,
		weeklyView,
		previousHref,
		nextHref,
		previousMonthHref,
		nextMonthHref,
		weeksOfMonth,
		hrefOf,
		measureHref,
		go,
		refresh,
		eraseEverything,
		changeProfile,
		resetProfile,
		changeGoal,
	};
	return model;
}

export type DashboardModel = ReturnType<typeof createDashboardModel>;
