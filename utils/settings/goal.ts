import { createItem } from '@/utils/browser/storage-item';
import { type Goal, parseGoal } from '@/utils/core/stats/goal';

const item = createItem('goal', parseGoal);

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
