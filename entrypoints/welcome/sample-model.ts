import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { TipOutcome, TipSlotState } from '@/components/card/TipSlot';
import { estimateUse } from '@/utils/core/carbon/estimate';
import type { Profile } from '@/utils/core/schema/profile';
import type { Action } from '@/utils/core/sober/effects';
import { useOf } from '@/utils/core/stats/figures';
import { type Tip, tipsFor } from '@/utils/core/tips/rank';
import { FITTING_LINES, sampleVisit, type Trial } from './sample';

/** A tip of the sample that was dealt with: put off, or acted on from these settings. */
interface Settled {
	readonly tip: Tip;
	readonly outcome: TipOutcome;
	readonly before: Trial;
}

/** The sample lesson: its settings, and the figures and tips of the popup for them. `day` is local, `YYYY-MM-DD`. Nothing is saved. */
export function createSampleModel(day: string, courseLabel: string, profile: ReadonlySignal<Profile>) {
	const trial = signal<Trial>({ lines: '1080', isHidden: false });
	/** Days of dismissal by tip id, until the page is opened again. */
	const dismissed = signal<Readonly<Record<string, string>>>({});
	const settled = signal<Settled | null>(null);
	const turn = signal(0);

	const visit = computed(() => sampleVisit(trial.value, day, courseLabel));
	const grams = computed(() => estimateUse(useOf(visit.value), profile.value).co2eGrams);
	const tips = computed(() => tipsFor({ visit: visit.value, profile: profile.value }, dismissed.value, day));
	const slot = computed((): TipSlotState => {
		const count = tips.value.length;
		if (settled.value) return { name: 'settled', outcome: settled.value.outcome, next: count };
		const index = count > 0 ? turn.value % count : 0;
		const tip = tips.value[index];
		if (!tip) return { name: 'calm', isEarly: false };
		return { name: 'tip', tip, index, count, action: tip.action === 'quality' ? 'quality' : null };
	});

	function settle(outcome: TipOutcome, change: (tip: Tip) => void): void {
		if (slot.value.name !== 'tip') return;
		const { tip } = slot.value;
		settled.value = { tip, outcome, before: trial.value };
		change(tip);
	}

	return {
		...{ trial, visit, grams, slot },
		/** Changes a setting of the lesson. */
		set(changed: Partial<Trial>): void {
			settled.value = null;
			trial.value = { ...trial.value, ...changed };
		},
		/** Lowers the quality: the only action that the sample offers. */
		act: (_: Action) =>
			settle({ name: 'lower', lines: Number(FITTING_LINES) }, () => {
				trial.value = { ...trial.value, lines: FITTING_LINES };
			}),
		later: () =>
			settle({ name: 'dismissed' }, ({ id }) => {
				dismissed.value = { ...dismissed.value, [id]: day };
			}),
		next(): void {
			if (settled.value) settled.value = null;
			else turn.value++;
		},
		undo(): void {
			if (!settled.value) return;
			const { tip, before } = settled.value;
			const { [tip.id]: _, ...others } = dismissed.value;
			dismissed.value = others;
			trial.value = before;
			settled.value = null;
		},
	};
}

export type SampleModel = ReturnType<typeof createSampleModel>;
