import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Profile } from '@/utils/core/schema/profile';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { SoberState } from '@/utils/core/sober/effects';
import { tipsFor } from '@/utils/core/tips/rank';
import { dayOf } from '@/utils/core/units/day';
import { readDismissedTips, saveDismissedTips } from '@/utils/settings/dismissed-tips';

/** The tips for the visit, and the one dismissed last, which can be restored. */
export function createTipsModel(
	now: () => Date,
	visit: ReadonlySignal<LiveVisit | null>,
	profile: ReadonlySignal<Profile>,
	sober: ReadonlySignal<SoberState | null>,
) {
	const dismissed = signal<Readonly<Record<string, string>>>({});
	/** Id of the tip dismissed last; null when there is nothing to undo. */
	const putOff = signal<string | null>(null);
	const tips = computed(() => {
		if (!visit.value) return [];
		const { isOn, effects, actions } = sober.value ?? {};
		const moment = { visit: visit.value, profile: profile.value, isSober: isOn ?? false };
		const doing: readonly (string | null)[] = [...((isOn && effects) || []), ...(actions ?? [])];
		// No tip for what sober mode does already.
		return tipsFor(moment, dismissed.value, dayOf(now())).filter(({ action }) => !doing.includes(action));
	});

	/** Id of the tip that the user moved on to; null for the first. */
	const shownId = signal<string | null>(null);
	/** Position of the tip shown, which stays when the others change order. */
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
		dismissed.value = await readDismissedTips();
	}

	async function save(next: Readonly<Record<string, string>>): Promise<void> {
		dismissed.value = next;
		await saveDismissedTips(next);
	}

	async function later(tipId: string): Promise<void> {
		const today = dayOf(now());
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
