import { vi } from 'vitest';
import type { Counter } from '@/utils/page/world/counters';

/** What the hooks have counted, by name; each test empties it. */
export const counted = new Map<string, Counter>();

export const EMPTY: Counter = { count: 0, receivedBytes: 0, sentBytes: 0, isPacked: false, mayBeCached: false };

/** Counters that no observer reads. */
export const counters = {
	counter(name: string): Counter {
		const counter = counted.get(name) ?? { ...EMPTY };
		counted.set(name, counter);
		return counter;
	},
	release(name: string): void {
		const { count, receivedBytes } = counted.get(name) ?? EMPTY;
		if (count <= 0 && receivedBytes <= 0) counted.delete(name);
	},
	notify: vi.fn(),
	push: vi.fn(),
	begin: vi.fn(),
	end: vi.fn(),
};
