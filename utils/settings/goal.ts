import { createItem } from '@/utils/browser/storage-item';
import { type Goal, parseGoal } from '@/utils/core/schema/settings';

/** Version 1 called a goal of video hours `film`. */
function renameFilm(older: unknown): unknown {
	const goal = older as Partial<Record<keyof Goal, unknown>> | null;
	return goal?.kind === 'film' ? { ...goal, kind: 'video' } : goal;
}

const item = createItem('goal', parseGoal, [renameFilm]);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptGoal = item.accept;

/** The user's weekly limit; null while there is none, as at install. */
export const readGoal = item.read;

/** Saves a goal; null deletes it. */
export function saveGoal(goal: Goal | null): Promise<void> {
	return goal ? item.write(goal) : item.remove();
}

/** Calls back when the goal changes in any page, until the returned function is called. */
export const watchGoal = item.watch;
