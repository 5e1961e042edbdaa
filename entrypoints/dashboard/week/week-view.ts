import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { equivalencesFor } from '@/utils/core/carbon/equivalence';
import { otherOpinions } from '@/utils/core/carbon/models/models';
import type { ErrorCode, History } from '@/utils/core/schema/protocol';
import { summariseActivities } from '@/utils/core/stats/activities';
import { compareWeeks } from '@/utils/core/stats/compare';
import { useOf } from '@/utils/core/stats/figures';
import { summariseWeek } from '@/utils/core/stats/week';
import { adviceFor } from '@/utils/core/tips/trainer/advice';
import { dayOf, daysOfWeek, shiftWeek } from '@/utils/core/units/day';
import type { ProfileState } from '@/utils/settings/profile';

/** The history read for one week: itself and the week before. */
interface Loaded {
	readonly week: string;
	readonly history: History;
	/** True when nothing was ever recorded; told only of empty weeks. */
	readonly isFirstUse: boolean;
}

/** The figures of the week that is shown. */
export function createWeekView(
	services: DashboardServices,
	week: ReadonlySignal<string>,
	profile: ReadonlySignal<ProfileState>,
) {
	const loaded = signal<Loaded | null>(null);
	const error = signal<ErrorCode | null>(null);

	async function load(): Promise<void> {
		const wanted = week.value;
		const firstDay = daysOfWeek(shiftWeek(wanted, -1))[0] as string;
		const lastDay = daysOfWeek(wanted)[6] as string;
		const reply = await services.ask('history/get', { firstDay, lastDay });
		const isEmpty = reply.ok && reply.value.days.length === 0;
		const head = isEmpty ? await services.ask('backup/head', {}) : null;
		// An answer for a week that was left meanwhile is dropped.
		if (wanted !== week.value) return;
		error.value = reply.ok ? null : reply.error;
		const isFirstUse = head?.ok === true && head.value.firstDay === null;
		if (reply.ok) loaded.value = { week: wanted, history: reply.value, isFirstUse };
	}

	/** What was loaded for the week in view; null while it is being read. */
	const current = computed(() => (loaded.value?.week === week.value ? loaded.value : null));
	const summary = computed(() => {
		if (!current.value) return null;
		const { days, courses } = current.value.history;
		return summariseWeek(current.value.week, days, courses, profile.value.profile);
	});
	const change = computed(() => {
		if (!current.value || !summary.value) return null;
		const before = summariseWeek(
			shiftWeek(current.value.week, -1),
			current.value.history.days,
			[],
			profile.value.profile,
		);
		return compareWeeks(summary.value, before, dayOf(services.now()));
	});
	const equivalences = computed(() => (summary.value ? equivalencesFor(summary.value.total.estimate.co2eGrams) : []));
	/** The same week by the models that are not the main one. */
	const opinions = computed(() =>
		summary.value ? otherOpinions(useOf(summary.value.total), profile.value.profile) : [],
	);
	/** The days of the week itself. */
	const days = computed(() => {
		const weekDays = daysOfWeek(week.value);
		return (current.value?.history.days ?? []).filter(({ day }) => weekDays.includes(day));
	});
	const activities = computed(() =>
		summariseActivities(days.value, summary.value?.courses ?? [], profile.value.profile),
	);
	/** What who makes the courses may change, by this week's visits. */
	const advice = computed(() => adviceFor(days.value));
	const history = computed(() => current.value?.history ?? null);
	const isFirstUse = computed(() => current.value?.isFirstUse ?? false);

	return { summary, change, equivalences, opinions, activities, advice, history, error, isFirstUse, load };
}
