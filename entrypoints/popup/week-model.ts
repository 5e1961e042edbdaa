import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ask } from '@/utils/browser/rpc';
import { equivalencesFor } from '@/utils/core/carbon/equivalence';
import type { ErrorCode, History } from '@/utils/core/schema/page-messages';
import type { Profile } from '@/utils/core/schema/profile';
import { comparePeriods } from '@/utils/core/stats/compare';
import { summariseWeek } from '@/utils/core/stats/week';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

/** During a visit, the week is read again at most this often. */
const REFRESH_INTERVAL_MS = 5000;

/** This week compared with the last. */
export function createWeekModel(now: () => Date, profile: ReadonlySignal<Profile>) {
	const history = signal<History | null>(null);
	const error = signal<ErrorCode | null>(null);
	const today = signal(dayOf(now()));
	let refreshedAtMs = 0;

	async function refresh(): Promise<void> {
		const moment = now();
		refreshedAtMs = moment.getTime();
		today.value = dayOf(moment);
		const week = weekOf(today.value);
		const firstDay = daysOfWeek(shiftWeek(week, -1))[0] as string;
		const reply = await ask('history/get', { firstDay, lastDay: daysOfWeek(week)[6] as string });
		error.value = reply.ok ? null : reply.error;
		if (reply.ok) history.value = reply.value;
	}

	async function refreshSoon(): Promise<void> {
		if (now().getTime() - refreshedAtMs >= REFRESH_INTERVAL_MS) await refresh();
	}

	const summary = computed(() => {
		if (!history.value) return null;
		const { days, courses } = history.value;
		return summariseWeek(weekOf(today.value), days, courses, profile.value);
	});
	/** Received bytes of this week / those of the same days last week; null without a last week. */
	const change = computed(() => {
		if (!history.value || !summary.value) return null;
		const last = summariseWeek(shiftWeek(summary.value.week, -1), history.value.days, [], profile.value);
		return comparePeriods(summary.value, last, today.value)?.ratio ?? null;
	});

	/** What the week's grams are comparable to; none for very few. */
	const equivalences = computed(() => (summary.value ? equivalencesFor(summary.value.total.estimate.co2eGrams) : []));

	return { summary, change, equivalences, error, today, refresh, refreshSoon };
}
