import { computed, signal } from '@preact/signals-core';
import type { TipSlotState } from '@/components/card/TipSlot';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { comparePace } from '@/utils/core/stats/compare';
import { useOf } from '@/utils/core/stats/figures';
import { summariseWeek } from '@/utils/core/stats/week';
import { tipsFor } from '@/utils/core/tips/rank';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { loadProfile } from '@/utils/settings/profile';
import { sampleDays, sampleVisit, type Trial } from './sample';

/** The demo's state: the settings of the lesson, and the figures and tips of the popup for them. Nothing is saved. */
export function createDemoModel(now: Date, courseLabel: string) {
	const today = dayOf(now);
	const week = weekOf(today);
	const trial = signal<Trial>({ lines: '1080', isHidden: false });
	const profile = signal(DEFAULT_PROFILE);
	/** Tips dismissed in the demo, by id, until the page is opened again. */
	const dismissed = signal<Readonly<Record<string, string>>>({});
	const putOff = signal<string | null>(null);
	const turn = signal(0);

	const visit = computed(() => sampleVisit(trial.value, today, courseLabel));
	const pageGrams = computed(() => estimateUse(useOf(visit.value), profile.value).co2eGrams);
	const tips = computed(() => tipsFor({ visit: visit.value, profile: profile.value }, dismissed.value, today));
	const slot = computed((): TipSlotState => {
		const count = tips.value.length;
		if (putOff.value !== null) return { name: 'settled', outcome: { name: 'dismissed' }, next: count };
		const index = count > 0 ? turn.value % count : 0;
		const tip = tips.value[index];
		return tip ? { name: 'tip', tip, index, count, action: null } : { name: 'calm', isEarly: false };
	});
	const summary = computed(() => summariseWeek(week, sampleDays(trial.value, today), [], profile.value));
	const change = computed(() => {
		const last = summariseWeek(shiftWeek(week, -1), sampleDays(trial.value, today), [], profile.value);
		return comparePace(summary.value, last);
	});

	async function start(): Promise<void> {
		profile.value = (await loadProfile()).profile;
	}

	/** Changes a setting of the lesson. */
	function set(changed: Partial<Trial>): void {
		trial.value = { ...trial.value, ...changed };
	}

	function next(): void {
		if (putOff.value === null) turn.value++;
		putOff.value = null;
	}

	function later(): void {
		if (slot.value.name !== 'tip') return;
		const { id } = slot.value.tip;
		putOff.value = id;
		dismissed.value = { ...dismissed.value, [id]: today };
	}

	function undo(): void {
		const { [putOff.value ?? '']: _, ...others } = dismissed.value;
		putOff.value = null;
		dismissed.value = others;
	}

	return { today, trial, visit, pageGrams, slot, summary, change, start, set, next, later, undo };
}

export type DemoModel = ReturnType<typeof createDemoModel>;
