import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Profile } from '@/utils/core/carbon/profile';
import type { SoberState } from '@/utils/core/sober/effects';
import { tipsFor } from '@/utils/core/tips/rank';
import { dayOf } from '@/utils/core/units/day';
import type { LiveVisit } from '@/utils/core/visit/visit';
import type { PopupServices } from './services';

/** The tips that fit the visit now, and the one just put off, which can be brought back. */
export function createTipDeck(
	services: PopupServices,
	visit: ReadonlySignal<LiveVisit | null>,
	profile: ReadonlySignal<Profile>,
	sober: ReadonlySignal<SoberState | null>,
) {
	const dismissed = signal<Readonly<Record<string, string>>>({});
	/** Id of the tip put off last; null when there is nothing to undo. */
	const putOff = signal<string | null>(null);
	const tips = computed(() => {
		if (!visit.value) return [];
		const { isOn, effects, actions } = sober.value ?? {};
		const moment = { visit: visit.value, profile: profile.value, isSober: isOn ?? false };
		const doing: readonly (string | null)[] = [...((isOn && effects) || []), ...(actions ?? [])];
		// What is being done about it needs no telling.
		return tipsFor(moment, dismissed.value, dayOf(services.now())).filter(({ action }) => !doing.includes(action));
	});

	/** Id of the tip the reader went on to; null for the first. */
	const shownId = signal<string | null>(null);
	/** Place of the tip that is shown: it stays in view when the order around it changes. */
	const index = computed(() =>
		Math.max(
			0,
			tips.value.findIndex(({ id }) => id === shownId.value),
		),
	);

	function next(): void {
		shownId.value = tips.value[(index.value + 1) % tips.value.length]?.id ?? null;
	}

	async function load(): Promise<void> {
		dismissed.value = await services.loadDismissedTips();
	}

	async function save(next: Readonly<Record<string, string>>): Promise<void> {
		dismissed.value = next;
		await services.saveDismissedTips(next);
	}

	async function later(tipId: string): Promise<void> {
		const today = dayOf(services.now());
		putOff.value = tipId;
		await save({ ...dismissed.value, [tipId]: today });
	}

	async function undo(): Promise<void> {
		const tipId = putOff.value;
		if (tipId === null) return;
		const { [tipId]: _, ...others } = dismissed.value;
		putOff.value = null;
		await save(others);
	}

	return { tips, index, putOff, load, next, later, undo };
}
