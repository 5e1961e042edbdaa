import { MAX_TIPS, type Tip } from './rank';

/** The tips that wait to be read, in the order in which they came, and the one that is shown. */
export interface TipQueue {
	readonly tips: readonly Tip[];
	/** Null while no tip applies. */
	readonly shown: Tip | null;
}

export const NO_TIPS: TipQueue = { tips: [], shown: null };

/**
 * The queue after the page was judged again: `found` are the tips that apply now. The shown tip keeps its place and its figures for as
 * long as its reason lasts, or while it is held (under the pointer). Newcomers wait behind the others, whatever they would save.
 */
export function updateQueue({ tips, shown }: TipQueue, found: readonly Tip[], isHeld: boolean): TipQueue {
	const now = new Map<string, Tip>(found.map((tip) => [tip.id, tip]));
	const staying = tips.flatMap((tip) =>
		tip.id === shown?.id ? (isHeld || now.has(tip.id) ? [shown] : []) : (now.get(tip.id) ?? []),
	);
	const known = new Set<string>(staying.map(({ id }) => id));
	const next = [...staying, ...found.filter(({ id }) => !known.has(id))].slice(0, Math.max(MAX_TIPS, staying.length));
	const isStaying = shown !== null && known.has(shown.id);
	return { tips: next, shown: isStaying ? shown : (next[0] ?? null) };
}

/** The queue with the tip behind the shown one shown, or the first one after the last. */
export function showNext({ tips, shown }: TipQueue): TipQueue {
	const index = tips.findIndex(({ id }) => id === shown?.id);
	return { tips, shown: tips[(index + 1) % tips.length] ?? null };
}
