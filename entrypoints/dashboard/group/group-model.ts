import { computed, signal } from '@preact/signals-core';
import { dialectOf, type ExportFile } from '@/utils/core/export/week-file';
import { groupCsv } from '@/utils/core/group/group-csv';
import { groupWeek } from '@/utils/core/group/group-week';
import { keepShared } from '@/utils/core/group/keep-shared';
import { readShared } from '@/utils/core/group/read-shared';
import type { SharedWeek } from '@/utils/core/group/shared-week';
import type { AsideFile, AsideReason } from './SetAsideList';

/** A week of one learner in a spreadsheet comes to a hundredth of it. */
const MAX_FILE_BYTES = 20_000_000;

/** The shareable exports that are open, in the memory of this page alone, and what they come to. */
export function createGroupModel(language: string) {
	const kept = signal<readonly SharedWeek[]>([]);
	const aside = signal<readonly AsideFile[]>([]);
	const reading = signal<{ readonly doneCount: number; readonly totalCount: number } | null>(null);
	const chosenWeek = signal<string | null>(null);
	/** Goes up when what is being read is no longer wanted. */
	let lastRun = 0;
	let isCancelled = false;

	/**
	 * Reads files one after the other and adds what they share to what is open, at the end or when it is cancelled. Hidden
	 * files, as folders have, are passed over.
	 */
	async function open(files: readonly File[]): Promise<void> {
		const wanted = files.filter(({ name }) => !name.startsWith('.'));
		if (reading.value || wanted.length === 0) return;
		const run = ++lastRun;
		isCancelled = false;
		let weeks = kept.value;
		const set: AsideFile[] = [];
		for (const [index, file] of wanted.entries()) {
			reading.value = { doneCount: index, totalCount: wanted.length };
			const read = await readFile(file);
			if (run !== lastRun) return;
			if (isCancelled) break;
			const added = typeof read === 'string' ? null : addTo(weeks, read);
			weeks = added?.weeks ?? weeks;
			const reason = typeof read === 'string' ? read : added?.hasNew ? null : 'same';
			if (reason) set.push({ name: file.name, reason });
		}
		reading.value = null;
		kept.value = weeks;
		aside.value = [...aside.value, ...set];
	}

	/** Stops reading; what was read so far counts. */
	function cancel(): void {
		isCancelled = true;
	}

	/** Forgets all that is open. */
	function clear(): void {
		lastRun++;
		reading.value = null;
		kept.value = [];
		aside.value = [];
		chosenWeek.value = null;
	}

	/** The weeks found with how many learners shared them, the latest first. */
	const weeks = computed(() => {
		const found = [...new Set(kept.value.map(({ week }) => week))].sort().reverse();
		return found.map((week) => [week, kept.value.filter((each) => each.week === week).length] as const);
	});
	/** The week in view; null while nothing is open. */
	const week = computed(() => {
		const found = weeks.value.map(([each]) => each);
		return found.find((each) => each === chosenWeek.value) ?? found[0] ?? null;
	});
	const shown = computed(() => kept.value.filter((each) => each.week === week.value));
	const group = computed(() => (shown.value.length > 0 ? groupWeek(shown.value) : null));
	const file = computed(
		(): ExportFile => ({
			name: `sobrio-group-${week.value}.csv`,
			type: 'text/csv;charset=utf-8',
			text: groupCsv(shown.value, dialectOf(language)),
		}),
	);

	return { kept, aside, reading, weeks, week, chosenWeek, group, file, open, cancel, clear };
}

/** The weeks in a file, or why there are none. */
async function readFile(file: File): Promise<readonly SharedWeek[] | AsideReason> {
	if (!/\.(csv|json)$/i.test(file.name)) return 'not-an-export';
	if (file.size > MAX_FILE_BYTES) return 'too-big';
	const text = await file.text().catch(() => null);
	if (text === null) return 'unreadable';
	const shared = readShared(text);
	return shared.ok ? shared.weeks : shared.error;
}

function addTo(kept: readonly SharedWeek[], read: readonly SharedWeek[]) {
	let weeks = kept;
	let hasNew = false;
	for (const week of read) {
		const added = keepShared(weeks, week);
		weeks = added.weeks;
		hasNew ||= added.isNew;
	}
	return { weeks, hasNew };
}

export type GroupModel = ReturnType<typeof createGroupModel>;
