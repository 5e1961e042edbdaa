import { vi } from 'vitest';
import type { Line } from '@/utils/page/world/counters';

/** What the hooks have told, by the names of their lines; a test empties it. */
export const lines = new Map<string, Line>();

/** A tally that nobody asks. */
export const counters = {
	line(name: string): Line {
		const line: Line = lines.get(name) ?? [0, 0, 0, 0];
		lines.set(name, line);
		return line;
	},
	forget(name: string): void {
		const [count = 0, receivedBytes = 0] = lines.get(name) ?? [];
		if (count <= 0 && receivedBytes <= 0) lines.delete(name);
	},
	grow: vi.fn(),
};
