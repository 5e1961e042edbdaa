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

	const read = (wanted: string) =>
		ask('history/get', { firstDay: `${wanted}-01`, lastDay: daysOfMonth(wanted).at(-1) as string });

	async function load(): Promise<void> {
		const wanted = month.value;
		const reply = await read(wanted);
		// Another month was opened meanwhile.
		if (wanted !== month.value) return;
		error.value = reply.ok ? null : reply.error;
		if (!reply.ok) return;
		loaded.value = { month: wanted, history: reply.value };
		const earlier = await read(monthBefore(wanted));
		if (earlier.ok && wanted === month.value) before.value = { month: monthBefore(wanted), history: earlier.value };
	}

	function summarise(from: Loaded | null, wanted: string) {
		if (from?.month !== wanted) return null;
		const { days, courses } = from.history;
		return summariseDays(daysOfMonth(wanted), days, courses, profile.value.profile);
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
