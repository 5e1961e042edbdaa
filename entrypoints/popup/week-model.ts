import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ask } from '@/utils/browser/rpc';
import { equivalencesFor } from '@/utils/core/carbon/equivalence';
import type { StoreState } from '@/utils/core/schema/database-record';
import type { ErrorCode, History } from '@/utils/core/schema/page-messages';
import type { Profile } from '@/utils/core/schema/profile';
import type { DayTotal, LiveVisit } from '@/utils/core/schema/visit';
import { comparePace } from '@/utils/core/stats/compare';
import { withLiveVisit } from '@/utils/core/stats/live-day';
import { summariseWeek } from '@/utils/core/stats/week';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

/** During a visit, the week is read again at most this often. */
const REFRESH_INTERVAL_MS = 5000;

/** Days as they were read, and the visit that was then under way in a tab. */
interface Reading {
	readonly history: History;
	readonly tabId: number | null;
	readonly visit: LiveVisit | null;
}

/** Whether a course was visited on a day. */
function hasCourse(days: readonly DayTotal[], today: string): boolean {
	return days.some(({ day, courseKey, activeMs }) => day === today && courseKey !== '' && activeMs > 0);
}

/** The days that were read, with the visit of their tab as it is now. */
function daysOf({ history, tabId, visit: read }: Reading, tab: number | null, visit: LiveVisit | null) {
	return tabId === tab ? withLiveVisit(history.days, read, visit) : history.days;
}

/** Asks for the days of a week and of the one before it. */
function askTwoWeeks(week: string) {
	const firstDay = daysOfWeek(shiftWeek(week, -1))[0] as string;
	return ask('history/get', { firstDay, lastDay: daysOfWeek(week)[6] as string });
}

/** This week with the visit under way, compared with the last. */
export function createWeekModel(
	now: () => Date,
	profile: ReadonlySignal<Profile>,
	visit: ReadonlySignal<LiveVisit | null>,
) {
	const reading = signal<Reading | null>(null);
	/** The tab whose visit counts; null for none. */
	const tab = signal<number | null>(null);
	const error = signal<ErrorCode | null>(null);
	const store = signal<StoreState | null>(null);
	const today = signal(dayOf(now()));
	let refreshedAtMs = 0;

	async function refresh(): Promise<void> {
		await readDays();
		const state = await ask('store/get', {});
		if (state.ok) store.value = state.value;
	}

	async function readDays(): Promise<void> {
		const moment = now();
		refreshedAtMs = moment.getTime();
		today.value = dayOf(moment);
		const reply = await askTwoWeeks(weekOf(today.value));
		error.value = reply.ok ? null : reply.error;
		if (!reply.ok) return;
		const tabId = tab.value;
		// Right after the days, which hold the same figures of this visit.
		const current = tabId === null ? null : await ask('visit/get', { tabId });
		reading.value = { history: reply.value, tabId, visit: current?.ok ? current.value : null };
	}

	const summary = computed(() => {
		if (!reading.value) return null;
		const days = daysOf(reading.value, tab.value, visit.value);
		return summariseWeek(weekOf(today.value), days, reading.value.history.courses, profile.value);
	});
	const days = computed(() => reading.value?.history.days ?? []);
	const lastWeek = computed(() => summariseWeek(shiftWeek(weekOf(today.value), -1), days.value, [], profile.value));
	return {
		...{ summary, error, store, today, refresh },
		/** Reads the days for a tab, and during its visit again now and then. */
		async show(tabId: number | null): Promise<void> {
			if (tabId === tab.value && now().getTime() - refreshedAtMs < REFRESH_INTERVAL_MS) return;
			tab.value = tabId;
			await refresh();
		},
		/** The next tab shown is read at once, even if it is the same. What was read stays until then. */
		clear(): void {
			refreshedAtMs = 0;
		},
		/** The user has read that earlier figures are lost. */
		async acceptLoss(): Promise<void> {
			await ask('store/accept', {});
			await refresh();
		},
		isCourseDay: computed(() => hasCourse(days.value, today.value)),
		/** Received bytes per hour of course this week / those of last week; null without enough of both. */
		change: computed(() => (summary.value ? comparePace(summary.value, lastWeek.value) : null)),
		/** What the week's grams are comparable to; none for very few. */
		equivalences: computed(() => (summary.value ? equivalencesFor(summary.value.total.estimate.co2eGrams) : [])),
	};
}
