import { computed, signal } from '@preact/signals-core';
import { dialectOf } from '@/utils/core/export/week-file';
import { decodeText } from '@/utils/core/group/decode';
import { groupCsv } from '@/utils/core/group/group-csv';
import { groupWeek } from '@/utils/core/group/group-week';
import { keepShared } from '@/utils/core/group/keep-shared';
import { readShared } from '@/utils/core/group/read-shared';
import type { SharedWeek } from '@/utils/core/group/shared-week';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import { dayOf } from '@/utils/core/units/day';
import type { AsideFile, AsideReason } from './SetAsideList';

/** About a hundred times a learner's week as a spreadsheet. */
const MAX_FILE_BYTES = 20_000_000;

/** The shareable exports that are open, in the memory of this page only, and their totals. */
export function createGroupModel(locale: string) {
	const shared = signal<readonly SharedWeek[]>([]);
	const aside = signal<readonly AsideFile[]>([]);
	const reading = signal<{ readonly doneCount: number; readonly totalCount: number } | null>(null);
	const chosenWeek = signal<string | null>(null);
	/** Incremented to discard what is being read. */
	let lastRun = 0;
	let isCancelled = false;

	/** Reads files one after the other, and adds their weeks at the end or when cancelled. Skips hidden files, as folders have. */
	async function open(files: readonly File[]): Promise<void> {
		const visible = files.filter(({ name }) => !name.startsWith('.'));
		if (reading.value || visible.length === 0) return;
		const run = ++lastRun;
		isCancelled = false;
		let weeks = shared.value;
		const set: AsideFile[] = [];
		for (const [index, file] of visible.entries()) {
			reading.value = { doneCount: index, totalCount: visible.length };
			const read = await readFile(file);
			if (run !== lastRun) return;
			if (isCancelled) break;
			const added = typeof read === 'string' ? null : keepShared(weeks, read);
			weeks = added?.weeks ?? weeks;
			const reason = typeof read === 'string' ? read : added?.newCount ? null : 'same';
			if (reason) set.push({ name: file.name, reason });
		}
		reading.value = null;
		shared.value = weeks;
		aside.value = [...aside.value, ...set];
	}

	/** Stops reading and keeps what was read. */
	function cancel(): void {
		isCancelled = true;
	}

	/** Discards everything. */
	function clear(): void {
		lastRun++;
		reading.value = null;
		shared.value = [];
		aside.value = [];
		chosenWeek.value = null;
	}

	/** The weeks found, each with its number of learners, the latest first. */
	const weeks = computed(() => {
		const found = [...new Set(shared.value.map(({ week }) => week))].sort().reverse();
		return found.map((week) => [week, shared.value.filter((each) => each.week === week).length] as const);
	});
	/** The week shown; null while nothing is open. */
	const week = computed(() => {
		const found = weeks.value.map(([each]) => each);
		return found.find((each) => each === chosenWeek.value) ?? found[0] ?? null;
	});
	const shown = computed(() => shared.value.filter((each) => each.week === week.value));
	const group = computed(() => (shown.value.length > 0 ? groupWeek(shown.value) : null));
	const file = computed(
		(): ExportFile => ({
			name: `sobrio-group-${week.value}.csv`,
			type: 'text/csv;charset=utf-8',
			text: groupCsv(shown.value, dialectOf(locale)),
		}),
	);

	return { shared, aside, reading, weeks, week, chosenWeek, group, file, open, cancel, clear };
}

export type GroupModel = ReturnType<typeof createGroupModel>;

/** The weeks in a file, or why there are none. */
async function readFile(file: File): Promise<readonly SharedWeek[] | AsideReason> {
	if (!/\.(csv|json|tsv|txt)$/i.test(file.name)) return 'not-an-export';
	if (file.size > MAX_FILE_BYTES) return 'too-big';
	try {
		const text = decodeText(new Uint8Array(await file.arrayBuffer()));
		const shared = readShared(text, dayOf(new Date()));
		return shared.ok ? shared.weeks : shared.error;
	} catch {
		// The file is gone, or its content stops a reader: the others are read all the same.
		return 'unreadable';
	}
}
