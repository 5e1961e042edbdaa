import { computed, signal } from '@preact/signals-core';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { ask } from '@/utils/browser/rpc';
import type { ErrorCode, History } from '@/utils/core/schema/page-messages';
import { comparePeriods } from '@/utils/core/stats/compare';
import { summariseDays } from '@/utils/core/stats/week';
import { dayOf } from '@/utils/core/units/day';
import { daysOfMonth, monthBefore } from '@/utils/core/units/month';

/** The history of one month, `YYYY-MM`. */
interface Loaded {
	readonly month: string;
	readonly history: History;
}

/** The figures of the month that is shown. */
export function createMonthModel({ month, profile, now }: DashboardContext) {
	const loaded = signal<Loaded | null>(null);
	/** The month before, which only the comparison needs. */
	const before = signal<Loaded | null>(null);
	const error = signal<ErrorCode | null>(null);

	const read = (requested: string) =>
		ask('history/get', { firstDay: `${requested}-01`, lastDay: daysOfMonth(requested).at(-1) as string });

	async function load(): Promise<void> {
		const requested = month.value;
		const reply = await read(requested);
		// Another month was opened meanwhile.
		if (requested !== month.value) return;
		error.value = reply.ok ? null : reply.error;
		if (!reply.ok) return;
		loaded.value = { month: requested, history: reply.value };
		const earlier = await read(monthBefore(requested));
		if (earlier.ok && requested === month.value)
			before.value = { month: monthBefore(requested), history: earlier.value };
	}

	function summarise(from: Loaded | null, requested: string) {
		if (from?.month !== requested) return null;
		const { days, courses } = from.history;
		return summariseDays(daysOfMonth(requested), days, courses, profile.value.profile);
	}

	/** Null while it is being read. */
	const summary = computed(() => summarise(loaded.value, month.value));
	/** Null while the month before is being read, and where there is nothing to compare with. */
	const change = computed(() => {
		const earlier = summarise(before.value, monthBefore(month.value));
		return summary.value && earlier && comparePeriods(summary.value, earlier, dayOf(now()));
	});

	return { summary, change, error, load };
}

export type MonthModel = ReturnType<typeof createMonthModel>;
