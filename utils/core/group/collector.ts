import type { CsvDialect } from '@/utils/core/export/csv';
import { Collection } from './collection';
import { partName } from './csv-parts';
import { decodeText } from './decode';
import { type GroupFile, joined, type UnreadReason } from './file-content';
import { groupCsv } from './group-csv';
import { type GroupWeek, groupWeek } from './group-week';
import { sharedPartSteps } from './read-shared';
import type { SharedError, SharedFile } from './shared-week';

/** Why a file is not counted: its content, `same` for weeks that other files held, or why it is not read. */
export type AsideReason = SharedError | 'same' | UnreadReason;

/** A file that is not counted. */
export interface AsideFile {
	readonly name: string;
	readonly reason: AsideReason;
}

/** What the page asks of the worker, which answers in order. */
export type GroupQuestion =
	| { readonly type: 'read'; readonly files: readonly GroupFile[] }
	| { readonly type: 'show'; readonly week: string | null }
	| { readonly type: 'merge'; readonly week: string; readonly dialect: CsvDialect };

/** What the page sends: `cancel` ends the reading that goes on, and has no answer of its own. */
export type GroupRequest = GroupQuestion | { readonly type: 'cancel' };

/** What the page shows of the files that were read. */
export interface ShownGroup {
	/** The weeks found, each with its number of learners, the latest first. */
	readonly weeks: readonly (readonly [week: string, learnerCount: number])[];
	/** The week shown: the one that was asked for, else the latest. */
	readonly week: string;
	readonly group: GroupWeek;
	/** Weeks of learners, of all weeks together. */
	readonly sharedCount: number;
}

/**
 * What the worker says. `progress` comes while it reads: files of this request that are read, the last one in part. `merge` has the address
 * of the merged CSV, not its bytes.
 */
export type GroupReply =
	| { readonly type: 'progress'; readonly fileCount: number }
	| { readonly type: 'read'; readonly aside: readonly AsideFile[]; readonly isFull: boolean }
	| { readonly type: 'show'; readonly shown: ShownGroup | null }
	| { readonly type: 'merge'; readonly url: string };

/** Rows that the memory of a page holds: 200,000 learners with seven rows a week. */
export const MAX_ROWS = 1_400_000;
/** Learners, and courses, that a page lists. */
export const MAX_PARTS = 100;

const CSV_TYPE = 'text/csv;charset=utf-8';

/** What the collector needs around it. */
interface Surroundings {
	/** The reader's local day. */
	readonly today: string;
	readonly reply: (reply: GroupReply) => void;
	/** Waits until what was received meanwhile, such as `cancel`, has been handled. */
	readonly pause: () => Promise<void>;
	/** Gives a file an address, from which the page downloads it. */
	readonly publish: (file: Blob) => string;
}

/** Reads the exports of a group and adds them up; `maxRows` is how many rows it holds. Returns the function that handles a request. */
export function createCollector({ today, reply, pause, publish }: Surroundings, maxRows = MAX_ROWS) {
	const collection = new Collection();
	let isCancelled = false;
	let before = Promise.resolve();

	async function read(files: readonly GroupFile[]): Promise<readonly AsideFile[]> {
		const aside: AsideFile[] = [];
		let doneCount = 0;
		for (const { name, content } of files) {
			if (isCancelled || collection.rowCount >= maxRows) return aside;
			const reasons = await add(content, (share) => reply({ type: 'progress', fileCount: doneCount + share }));
			if (isCancelled) return aside;
			for (const [index, reason] of reasons.entries())
				if (reason) aside.push({ name: reasons.length > 1 ? partName(name, index) : name, reason });
			doneCount += 1;
		}
		reply({ type: 'progress', fileCount: doneCount });
		await pause();
		return aside;
	}

	/** Adds the weeks in a file; returns, for each export in it, why it adds none. None where the reading was cancelled. */
	async function add(
		content: GroupFile['content'],
		onShare: (share: number) => void,
	): Promise<readonly (AsideReason | null)[]> {
		if (typeof content === 'string') return [content];
		const onStep = async (share: number) => {
			onShare(share);
			await pause();
			return !isCancelled;
		};
		const parts = await readParts(joined(content), today, onStep);
		return parts === 'unreadable' ? [parts] : (parts ?? []).map(addPart);
	}

	function addPart(shared: SharedFile): AsideReason | null {
		if (!shared.ok) return shared.error;
		const newCount = shared.weeks.filter((week) => collection.add(week)).length;
		return newCount > 0 ? null : 'same';
	}

	async function answer(request: GroupQuestion): Promise<void> {
		if (request.type === 'read') {
			isCancelled = false;
			reply({ type: 'read', aside: await read(request.files), isFull: collection.rowCount >= maxRows });
		} else if (request.type === 'show') {
			reply({ type: 'show', shown: shownOf(collection, request.week) });
		} else {
			const parts = [...groupCsv(collection.of(request.week), request.dialect)];
			reply({ type: 'merge', url: publish(new Blob(parts, { type: CSV_TYPE })) });
		}
	}

	return (request: GroupRequest): Promise<void> => {
		if (request.type === 'cancel') isCancelled = true;
		else before = before.then(() => answer(request));
		return before;
	};
}

/** The wanted week, else the latest; null where there is none. */
function shownOf(collection: Collection, wanted: string | null): ShownGroup | null {
	const weeks = collection.weeks();
	const week = weeks.find(([each]) => each === wanted)?.[0] ?? weeks[0]?.[0];
	if (week === undefined) return null;
	return { weeks, week, group: groupWeek(collection.of(week), MAX_PARTS), sharedCount: collection.size };
}

/** Reads the exports in one file while `onStep`, called with the share that is read, answers true; null where it ended before. */
async function readParts(
	bytes: Uint8Array,
	today: string,
	onStep: (share: number) => Promise<boolean>,
): Promise<readonly SharedFile[] | 'unreadable' | null> {
	try {
		const steps = sharedPartSteps(decodeText(bytes), today);
		let step = steps.next();
		for (; !step.done; step = steps.next()) if (!(await onStep(step.value))) return null;
		return step.value;
	} catch {
		// Its content stops a reader: the others are read all the same.
		return 'unreadable';
	}
}
