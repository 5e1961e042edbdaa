import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { equivalencesFor } from '@/utils/core/carbon/equivalence';
import type { Profile } from '@/utils/core/carbon/profile';
import type { ErrorCode, History } from '@/utils/core/schema/protocol';
import { compareWeeks } from '@/utils/core/stats/compare';
import { summariseWeek } from '@/utils/core/stats/week';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';
import type { PopupServices } from './services';

/** While a lesson runs, the week is read again at most this often. */
const REFRESH_INTERVAL_MS = 5000;

/** This week against the last, read from the background and summed up for showing. */
export function createWeekFigures(services: PopupServices, profile: ReadonlySignal<Profile>) {
	const history = signal<History | null>(null);
	const error = signal<ErrorCode | null>(null);
	const today = signal(dayOf(services.now()));
	let refreshedAtMs = 0;

	async function refresh(): Promise<void> {
		const now = services.now();
		refreshedAtMs = now.getTime();
		today.value = dayOf(now);
		const week = weekOf(today.value);
		const firstDay = daysOfWeek(shiftWeek(week, -1))[0] as string;
		const reply = await services.ask('history/get', { firstDay, lastDay: daysOfWeek(week)[6] as string });
		error.value = reply.ok ? null : reply.error;
		if (reply.ok) history.value = reply.value;
	}

	async function refreshSoon(): Promise<void> {
		if (services.now().getTime() - refreshedAtMs >= REFRESH_INTERVAL_MS) await refresh();
	}

	const summary = computed(() => {
		if (!history.value) return null;
		const { days, courses } = history.value;
		return summariseWeek(weekOf(today.value), days, courses, profile.value);
	});
	/** Received bytes of this week to date / those of the same days last week; null when there is no last week. */
	const change = computed(() => {
		if (!history.value || !summary.value) return null;
		const last = summariseWeek(shiftWeek(summary.value.week, -1), history.value.days, [], profile.value);
		return compareWeeks(summary.value, last, today.value);
	});

	/** What the week's grams can be compared with; none for very few. */
	const equivalences = computed(() => (summary.value ? equivalencesFor(summary.value.total.estimate.co2eGrams) : []));

	return { summary, change, equivalences, error, today, refresh, refreshSoon };
}
