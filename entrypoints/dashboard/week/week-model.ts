import { computed, signal } from '@preact/signals-core';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { ask } from '@/utils/browser/rpc';
import { equivalencesFor } from '@/utils/core/carbon/equivalence';
import { estimateByOtherModels } from '@/utils/core/carbon/models/models';
import type { ErrorCode, History } from '@/utils/core/schema/page-messages';
import { summariseActivities } from '@/utils/core/stats/activities';
import { comparePeriods } from '@/utils/core/stats/compare';
import { useOf } from '@/utils/core/stats/figures';
import { summariseWeek } from '@/utils/core/stats/week';
import { adviceFor } from '@/utils/core/tips/trainer/advice';
import { dayOf, daysOfWeek, shiftWeek } from '@/utils/core/units/day';

/** The history of one week and of the week before it. */
interface Loaded {
	readonly week: string;
	readonly history: History;
	/** True when nothing was ever recorded; determined for empty weeks only. */
	readonly isFirstUse: boolean;
}

/** Reads the history of the week that is shown. */
function createWeekHistory(week: DashboardContext['week']) {
	const loaded = signal<Loaded | null>(null);
	const error = signal<ErrorCode | null>(null);

	async function load(): Promise<void> {
		const requested = week.value;
		const firstDay = daysOfWeek(shiftWeek(requested, -1))[0] as string;
		const lastDay = daysOfWeek(requested)[6] as string;
		const reply = await ask('history/get', { firstDay, lastDay });
		const isEmpty = reply.ok && reply.value.days.length === 0;
		const head = isEmpty ? await ask('backup/head', {}) : null;
		// Another week was opened meanwhile.
		if (requested !== week.value) return;
		error.value = reply.ok ? null : reply.error;
		const isFirstUse = head?.ok === true && head.value.firstDay === null;
		if (reply.ok) loaded.value = { week: requested, history: reply.value, isFirstUse };
	}

	/** Null while the week is being read. */
	const current = computed(() => (loaded.value?.week === week.value ? loaded.value : null));
	return { current, error, load };
}

/** The figures of the week that is shown. */
export function createWeekModel({ week, profile, now }: DashboardContext) {
	const { current, error, load } = createWeekHistory(week);
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
		return comparePeriods(summary.value, before, dayOf(now()))?.ratio ?? null;
	});
	const equivalences = computed(() => (summary.value ? equivalencesFor(summary.value.total.estimate.co2eGrams) : []));
	/** The grams of the week by the other models. */
	const opinions = computed(() =>
		summary.value ? estimateByOtherModels(useOf(summary.value.total), profile.value.profile) : [],
	);
	/** The days of the week itself. */
	const days = computed(() => {
		const weekDays = daysOfWeek(week.value);
		return (current.value?.history.days ?? []).filter(({ day }) => weekDays.includes(day));
	});
	const activities = computed(() =>
		summariseActivities(days.value, summary.value?.courses ?? [], profile.value.profile),
	);
	/** What course authors could change, based on this week's visits. */
	const advice = computed(() => adviceFor(days.value));
	const history = computed(() => current.value?.history ?? null);
	const isFirstUse = computed(() => current.value?.isFirstUse ?? false);

	return { summary, change, equivalences, opinions, activities, advice, history, error, isFirstUse, load };
}

export type WeekModel = ReturnType<typeof createWeekModel>;
