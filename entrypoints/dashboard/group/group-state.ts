import { signal } from '@preact/signals-core';
import type { AsideFile, ShownGroup } from '@/utils/core/group/collector';

/** Files set aside that are named; the rest are counted. */
const MAX_NAMED = 100;

/** The files that are not counted: the first of them, and how many there are. */
export interface AsideFiles {
	readonly named: readonly AsideFile[];
	readonly count: number;
}

/** Files that are read, the last one in part, of all; `totalCount` is null while a dropped folder is searched. */
export interface Reading {
	readonly doneCount: number;
	readonly totalCount: number | null;
}

/** The CSV of all learners, to download. */
interface MergedFile {
	readonly name: string;
	/** Of the worker: it ends with it, or with the next merged CSV. */
	readonly url: string;
}

const NO_ASIDE: AsideFiles = { named: [], count: 0 };

/** What the group's view shows. */
export function createGroupState() {
	const shown = signal<ShownGroup | null>(null);
	const file = signal<MergedFile | null>(null);
	const aside = signal(NO_ASIDE);
	const reading = signal<Reading | null>(null);
	/** Why not everything was read: more than the page holds, or a worker that failed. */
	const limit = signal<'full' | 'failed' | null>(null);
	return {
		shown,
		file,
		aside,
		reading,
		limit,
		setAside(files: readonly AsideFile[]): void {
			const { named, count } = aside.value;
			if (files.length > 0)
				aside.value = { named: [...named, ...files].slice(0, MAX_NAMED), count: count + files.length };
		},
		reset(): void {
			reading.value = null;
			shown.value = null;
			file.value = null;
			aside.value = NO_ASIDE;
			limit.value = null;
		},
	};
}

export type GroupState = ReturnType<typeof createGroupState>;
