import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { TipOutcome } from '@/components/card/TipSlot';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Action } from '@/utils/core/sober/effects';
import { linesOf } from '@/utils/core/tips/video';
import { perVisit } from './per-visit';
import type { SoberModel } from './sober-model';

/** Time for the page to report what its players support, and how often that is read meanwhile. */
const REPORT_MS = 6_000;
const READ_EVERY_MS = 500;

/** An action of a tip, and what the player has shown of it since. */
interface ActionState {
	readonly action: Action;
	/** Lines of the video before the action; null where none played. */
	readonly linesBefore: number | null;
	/** Lines of the lighter version that has played since; null before. */
	readonly lowerLines: number | null;
	/** Whether the page has had the time to report. */
	readonly isKnown: boolean;
}

/** The action of a tip in one tab. It counts as done once the player shows it, not when it was requested. */
export function createActionModel(sober: SoberModel, visit: ReadonlySignal<LiveVisit | null>) {
	/** The action requested last; null once it was undone. */
	const last = perVisit<ActionState | null>(visit, null);
	/** Actions that a page's players did not take: they are not offered again. */
	const failed = perVisit<readonly Action[]>(visit, []);
	const lines = computed(() => (visit.value?.nowPlaying ? linesOf(visit.value.nowPlaying) : null));
	const isShown = (id: string) => visit.peek()?.id === id;
	effect(() => {
		const [id, playing, state] = [visit.value?.id, lines.value, last.current.value];
		if (!id || !state || playing === null || state.linesBefore === null || playing >= state.linesBefore) return;
		if (playing !== state.lowerLines) last.set(id, { ...state, lowerLines: playing });
	});

	const outcome = computed((): TipOutcome | null => {
		if (last.current.value === null || sober.state.value === null) return null;
		const { actions, cappableCount } = sober.state.value;
		const { action, lowerLines, isKnown } = last.current.value;
		if (action !== 'quality') return { name: actions.includes(action) ? 'done' : 'pending' };
		if (lowerLines !== null) return { name: 'lower', lines: lowerLines };
		return { name: isKnown && cappableCount === 0 ? 'cannot' : 'pending' };
	});

	return {
		outcome,
		failed: failed.current,
		async act(action: Action): Promise<void> {
			const id = visit.peek()?.id;
			if (!id) return;
			last.set(id, { action, linesBefore: lines.value, lowerLines: null, isKnown: false });
			await sober.switchAction(action, true);
			for (let waitedMs = 0; waitedMs < REPORT_MS && isShown(id) && !hasCappable(sober); waitedMs += READ_EVERY_MS) {
				await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
				await sober.refresh();
			}
			const state = last.of(id);
			// Where another page is shown before the time is over, nothing is known of this one.
			if (state?.action !== action || !isShown(id)) return;
			last.set(id, { ...state, isKnown: true });
			if (outcome.value?.name !== 'cannot') return;
			failed.set(id, [...failed.of(id), action]);
			await sober.switchAction(action, false);
		},
		/** Undoes the last action. */
		async undo(): Promise<void> {
			const [id, state] = [visit.peek()?.id, last.current.value];
			if (!id || !state) return;
			await sober.switchAction(state.action, false);
			last.set(id, null);
		},
	};
}

function hasCappable(sober: SoberModel): boolean {
	return (sober.state.value?.cappableCount ?? 0) > 0;
}

export type ActionModel = ReturnType<typeof createActionModel>;
