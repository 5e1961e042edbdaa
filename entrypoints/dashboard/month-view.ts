import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ErrorCode, History } from '@/utils/messaging/protocol';
import type { ProfileState } from '@/utils/settings/profile';
import { compareMonths } from '@/utils/stats/compare-months';
import { summariseDays } from '@/utils/stats/week';
import { dayOf } from '@/utils/units/day';
import { daysOfMonth, monthBefore } from '@/utils/units/month';
import type { DashboardServices } from './services';

/** The figures of the month that is shown. */
export function createMonthView(
	services: DashboardServices,
	month: ReadonlySignal<string>,
	profile: ReadonlySignal<ProfileState>,
) {
	const loaded = signal<{ readonly month: string; readonly history: History } | null>(null);
	const error = signal<ErrorCode | null>(null);

	async function load(): Promise<void> {
		const wanted = month.value;
		const firstDay = `${monthBefore(wanted)}-01`;
		const lastDay = daysOfMonth(wanted).at(-1) as string;
		const reply = await services.ask('history/get', { firstDay, lastDay });
		// An answer for a month that was left meanwhile is dropped.
		if (wanted !== month.value) return;
		error.value = reply.ok ? null : reply.error;
		if (reply.ok) loaded.value = { month: wanted, history: reply.value };
	}

	function summarise(of: string) {
		if (loaded.value?.month !== month.value) return null;
		const { days, courses } = loaded.value.history;
		return summariseDays(daysOfMonth(of), days, courses, profile.value.profile);
	}

	/** Null while it is being read. */
	const summary = computed(() => summarise(month.value));
	const change = computed(() => {
		const before = summarise(monthBefore(month.value));
		return summary.value && before && compareMonths(summary.value, before, dayOf(services.now()));
	});

	return { summary, change, error, load };
}
