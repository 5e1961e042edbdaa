import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import type { ErrorCode, History } from '@/utils/core/schema/protocol';
import { compareMonths } from '@/utils/core/stats/compare-months';
import { summariseDays } from '@/utils/core/stats/week';
import { dayOf } from '@/utils/core/units/day';
import { daysOfMonth, monthBefore } from '@/utils/core/units/month';
import type { ProfileState } from '@/utils/settings/profile';

/** The history read for one month, `YYYY-MM`. */
interface Loaded {
	readonly month: string;
	readonly history: History;
}

/** The figures of the month that is shown. */
export function createMonthView(
	services: DashboardServices,
	month: ReadonlySignal<string>,
	profile: ReadonlySignal<ProfileState>,
) {
	const loaded = signal<Loaded | null>(null);
	/** The month before, which only the comparison waits for. */
	const before = signal<Loaded | null>(null);
	const error = signal<ErrorCode | null>(null);

	const read = (wanted: string) =>
		services.ask('history/get', { firstDay: `${wanted}-01`, lastDay: daysOfMonth(wanted).at(-1) as string });

	async function load(): Promise<void> {
		const wanted = month.value;
		const reply = await read(wanted);
		// An answer for a month that was left meanwhile is dropped.
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
		return summary.value && earlier && compareMonths(summary.value, earlier, dayOf(services.now()));
	});

	return { summary, change, error, load };
}
