import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { TipOutcome } from '@/components/card/TipSlot';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Action } from '@/utils/core/sober/effects';
import { linesOf } from '@/utils/core/tips/video';
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
	const last = signal<ActionState | null>(null);
	/** Actions that this page's players did not take: they are not offered again. */
	const failed = signal<readonly Action[]>([]);
	const lines = computed(() => (visit.value?.nowPlaying ? linesOf(visit.value.nowPlaying) : null));
	effect(() => {
		const [playing, state] = [lines.value, last.value];
		if (!state || playing === null || state.linesBefore === null || playing >= state.linesBefore) return;
		if (playing !== state.lowerLines) last.value = { ...state, lowerLines: playing };
	});

	const outcome = computed((): TipOutcome | null => {
		if (last.value === null || sober.state.value === null) return null;
		const { actions, cappableCount } = sober.state.value;
		const { action, lowerLines, isKnown } = last.value;
		if (action !== 'quality') return { name: actions.includes(action) ? 'done' : 'pending' };
		if (lowerLines !== null) return { name: 'lower', lines: lowerLines };
		return { name: isKnown && cappableCount === 0 ? 'cannot' : 'pending' };
	});

	return {
		outcome,
		failed,
		/** Another page of the tab: the background has discarded its actions. */
		reset(): void {
			last.value = null;
			failed.value = [];
		},
		async act(action: Action): Promise<void> {
			last.value = { action, linesBefore: lines.value, lowerLines: null, isKnown: false };
			await sober.switchAction(action, true);
			for (let waitedMs = 0; waitedMs < REPORT_MS && !sober.state.value?.cappableCount; waitedMs += READ_EVERY_MS) {
				await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
				await sober.refresh();
			}
			if (last.value?.action !== action) return;
			last.value = { ...last.value, isKnown: true };
			if (outcome.value?.name !== 'cannot') return;
			failed.value = [...failed.value, action];
			await sober.switchAction(action, false);
		},
		/** Undoes the last action. */
		async undo(): Promise<void> {
			if (last.value) await sober.switchAction(last.value.action, false);
			last.value = null;
		},
	};
}

export type ActionModel = ReturnType<typeof createActionModel>;
