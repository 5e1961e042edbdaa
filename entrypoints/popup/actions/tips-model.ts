import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { TipSlotState } from '@/components/card/TipSlot';
import type { Profile } from '@/utils/core/schema/profile';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Action, SoberState } from '@/utils/core/sober/effects';
import { canAct } from '@/utils/core/tips/can-act';
import { NO_TIPS, showNext, type TipQueue, updateQueue } from '@/utils/core/tips/queue';
import { rankTips, type Tip } from '@/utils/core/tips/rank';
import { dayOf } from '@/utils/core/units/day';
import { readDismissedTips, saveDismissedTips } from '@/utils/settings/dismissed-tips';
import { createActionModel } from './action-model';
import { perVisit } from './per-visit';
import type { SoberModel } from './sober-model';

/** Tips are shown once so much of a page was observed. */
const MIN_OBSERVED_MS = 60_000;

/** What the tips are about. */
interface TipSubject {
	readonly visit: ReadonlySignal<LiveVisit | null>;
	readonly profile: ReadonlySignal<Profile>;
	readonly sober: SoberModel;
}

/** The tip that was acted on or put off last. */
interface Settled {
	readonly tip: Tip;
	readonly how: 'acted' | 'dismissed';
}

/** The tip slot: one tip at a time, which stays until it is dealt with, and what became of the last one. */
export function createTipsModel(now: () => Date, { visit, profile, sober }: TipSubject) {
	const { dismissed, load, save } = createDismissed();
	const queue = signal<TipQueue>(NO_TIPS);
	/** Shown in the slot until the next tip is asked for. */
	const settledTips = perVisit<Settled | null>(visit, null);
	const settled = settledTips.current;
	/** True while the pointer or the focus is in the slot. */
	const isHeld = signal(false);
	const action = createActionModel(sober, visit);
	const visitId = computed(() => visit.value?.id ?? null);
	const found = computed(() => findTips(now, visit.value, profile.value, sober.state.value, dismissed.value));
	// Another page: what was shown on the one before is over.
	effect(() => {
		void visitId.value;
		queue.value = NO_TIPS;
	});
	effect(() => {
		void visitId.value;
		queue.value = updateQueue(queue.peek(), found.value, isHeld.value && settled.value === null);
	});

	const slot = computed((): TipSlotState => {
		const outcome = settled.value?.how === 'dismissed' ? { name: 'dismissed' as const } : action.outcome.value;
		if (settled.value && outcome) return { name: 'settled', outcome, next: queue.value.tips.length };
		const [failed, state] = [action.failed.value, sober.state.value];
		return slotOf(queue.value, visit.value, (wanted) => isOffered(wanted, failed, visit.value, state));
	});

	function setSettled(next: Settled | null): void {
		const id = visitId.peek();
		if (id) settledTips.set(id, next);
	}

	/** Undoes what was done last, and shows its tip again, unless another page is shown by then. */
	async function undo(): Promise<void> {
		const id = visitId.peek();
		if (!id || !settled.value) return;
		const { tip, how } = settled.value;
		const { [tip.id]: _, ...others } = dismissed.value;
		await (how === 'acted' ? action.undo() : save(others));
		batch(() => {
			settledTips.set(id, null);
			if (visitId.peek() !== id) return;
			queue.value = { tips: [tip, ...queue.value.tips.filter((each) => each.id !== tip.id)], shown: tip };
		});
	}

	/** Deals with the shown tip. */
	async function settle(how: Settled['how'], change: (tip: Tip) => Promise<void>): Promise<void> {
		const { shown: tip } = queue.value;
		if (!tip) return;
		setSettled({ tip, how });
		await change(tip);
	}

	return {
		...{ slot, undo, load },
		hold(isInside: boolean): void {
			isHeld.value = isInside;
		},
		next(): void {
			if (settled.value) setSettled(null);
			else queue.value = showNext(queue.value);
		},
		act: (wanted: Action) => settle('acted', () => action.act(wanted)),
		later: () => settle('dismissed', ({ id }) => save({ ...dismissed.value, [id]: dayOf(now()) })),
	};
}

/** The slot with the shown tip and its place among those that wait, or without one. */
function slotOf(
	{ tips, shown: tip }: TipQueue,
	visit: LiveVisit | null,
	isPossible: (action: Action | null) => boolean,
): TipSlotState {
	if (!tip) return { name: 'calm', isEarly: (visit?.activeMs ?? 0) < MIN_OBSERVED_MS };
	const index = tips.findIndex(({ id }) => id === tip.id);
	return { name: 'tip', tip, index, count: tips.length, action: isPossible(tip.action) ? tip.action : null };
}

/** The stored days of dismissal, by tip id. */
function createDismissed() {
	const dismissed = signal<Readonly<Record<string, string>>>({});
	return {
		dismissed,
		async load(): Promise<void> {
			dismissed.value = await readDismissedTips();
		},
		async save(next: Readonly<Record<string, string>>): Promise<void> {
			dismissed.value = next;
			await saveDismissedTips(next);
		},
	};
}

/** Whether a tip's action is offered: only where it can work, and has not just failed. */
function isOffered(
	action: Action | null,
	failed: readonly Action[],
	visit: LiveVisit | null,
	sober: SoberState | null,
): boolean {
	if (action === null || failed.includes(action)) return false;
	return canAct(action, visit?.nowPlaying ?? null, sober?.cappableCount ?? 0);
}

/** The tips that apply now, without those for what sober mode or an action does already. */
function findTips(
	now: () => Date,
	visit: LiveVisit | null,
	profile: Profile,
	sober: SoberState | null,
	dismissed: Readonly<Record<string, string>>,
): readonly Tip[] {
	if (!visit) return [];
	const { isOn = false, limitLines = null, effects, actions } = sober ?? {};
	const doing: readonly (string | null)[] = [...((isOn && effects) || []), ...(actions ?? [])];
	const ranked = rankTips({ visit, profile, isSober: isOn, limitLines }, dismissed, dayOf(now()));
	return ranked.filter(({ action }) => !doing.includes(action));
}
