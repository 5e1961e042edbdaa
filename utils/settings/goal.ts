import { createItem } from '@/utils/browser/storage-item';
import { type Goal, parseGoal } from '@/utils/core/stats/goal';

/** Version 1 called a goal of video hours `film`. */
function renameFilm(older: unknown): unknown {
	const goal = older as Partial<Record<keyof Goal, unknown>> | null;
	return goal?.kind === 'film' ? { ...goal, kind: 'video' } : goal;
}

const item = createItem('goal', parseGoal, [renameFilm]);

/** What the user wants to stay within; null while they set nothing, as at install. */
export function readGoal(): Promise<Goal | null> {
	return item.read();
}

/** Keeps a goal; null goes back to none. */
export function saveGoal(goal: Goal | null): Promise<void> {
	return goal ? item.write(goal) : item.remove();
}

/** Calls back when the goal changes in any page, until the returned function is called. */
export function watchGoal(onChange: () => void): () => void {
	return item.watch(onChange);
}
