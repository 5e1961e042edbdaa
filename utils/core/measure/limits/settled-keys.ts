import type { VisitState } from '@/utils/core/measure/visit-state';

/** Beyond this number the oldest half is discarded: no page reports so old an address again, unless it requests it again. */
const MAX_KEYS = 40_000;

/** Each visit's keys, made again from its text after a restart of the background. */
const keySets = new WeakMap<VisitState, Set<string>>();

function keysOf(visit: VisitState): Set<string> {
	let keys = keySets.get(visit);
	if (!keys) {
		keys = new Set(visit.settledKeys.split(' '));
		keySets.set(visit, keys);
	}
	return keys;
}

/** Whether the row of an address was settled (`settleRows`) with what network events showed of it. */
export function isSettled(visit: VisitState, key: string): boolean {
	return visit.settledKeys !== '' && keysOf(visit).has(key);
}

/** Notes addresses whose rows were settled. They are stored as one text: browsers are slow with objects of so many fields. */
export function noteSettled(visit: VisitState, keys: readonly string[]): void {
	if (keys.length === 0) return;
	const known = keysOf(visit);
	for (const key of keys) known.add(key);
	visit.settledKeys += ` ${keys.join(' ')}`;
	if (known.size <= MAX_KEYS) return;
	const newest = [...known].slice(-MAX_KEYS / 2);
	visit.settledKeys = newest.join(' ');
	keySets.set(visit, new Set(newest));
}
