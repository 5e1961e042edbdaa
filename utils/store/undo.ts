import type { Change } from '@/utils/core/schema/restoration';
import type { DayTotal, Visit } from '@/utils/core/schema/visit';
import { addAssistants, carryAssistants, NO_ASSISTANTS, subtractAssistants } from '@/utils/core/visit/assistants';
import { addMedia, subtractMedia } from '@/utils/core/visit/media';
import { add, subtract } from '@/utils/core/visit/parts';
import { addTraffic, subtractTraffic } from '@/utils/core/visit/traffic';
import { addWaste, carryWaste, NO_WASTE, subtractWaste } from '@/utils/core/visit/waste';
import { type HistoryTransaction, isSameRecord } from './change-log';
import type { Database } from './database';
import { dayKey, emptyDay, withoutVisit, withVisit } from './day-total';

/** Every figure of a day total, of which some may be added and others taken out. */
function combine(total: DayTotal, other: DayTotal, sign: 1 | -1): DayTotal {
	const { waste = NO_WASTE, assistants = NO_ASSISTANTS, ...rest } = total;
	const otherWaste = other.waste ?? NO_WASTE;
	const otherAssistants = other.assistants ?? NO_ASSISTANTS;
	return {
		...rest,
		visitCount: total.visitCount + sign * other.visitCount,
		activeMs: (sign === 1 ? add : subtract)(total.activeMs, other.activeMs),
		traffic: sign === 1 ? addTraffic(total.traffic, other.traffic) : subtractTraffic(total.traffic, other.traffic),
		media: sign === 1 ? addMedia(total.media, other.media) : subtractMedia(total.media, other.media),
		...carryAssistants((sign === 1 ? addAssistants : subtractAssistants)(assistants, otherAssistants)),
		...carryWaste(sign === 1 ? addWaste(waste, otherWaste) : subtractWaste(waste, otherWaste)),
	};
}

/**
 * Whether the user has erased a host since a restoration changed it: no total that it stored is there; or none is as it left it and none
 * of the visits that it stored is there, for new visits may have come on the same day, but never under their ids.
 */
async function isErased(transaction: HistoryTransaction, changes: readonly Change[]): Promise<boolean> {
	const [days, visits] = [transaction.objectStore('days'), transaction.objectStore('visits')];
	let [totalCount, totalsThere, visitCount] = [0, 0, 0];
	for (const { store, after } of changes) {
		if (!after) continue;
		if (store === 'days') {
			const now = await days.get(dayKey(after));
			if (isSameRecord(now ?? null, after)) return false;
			totalCount++;
			if (now) totalsThere++;
		} else if (store === 'visits') {
			if ((await visits.getKey(after.id)) !== undefined) return false;
			visitCount++;
		}
	}
	return totalCount > 0 && (totalsThere === 0 || visitCount > 0);
}

/** The changes of hosts that the user has not erased since the restoration. */
async function withoutErased(transaction: HistoryTransaction, changes: readonly Change[]): Promise<readonly Change[]> {
	const byHost = Map.groupBy(changes, ({ before, after }) => (before ?? after)?.host ?? '');
	const kept: Change[] = [];
	for (const ofHost of byHost.values()) if (!(await isErased(transaction, ofHost))) kept.push(...ofHost);
	return kept;
}

/**
 * Undoes the changes of a restoration, in one transaction. What was recorded since then stays: a total that has changed since gets
 * back what it was before and keeps what was added; a visit that has changed since stays as it is. What was erased since stays erased.
 */
export async function undoChanges(database: Database, restored: readonly Change[]): Promise<void> {
	const transaction = database.transaction(['visits', 'days', 'courses'], 'readwrite');
	const changes = await withoutErased(transaction, restored);
	const days = transaction.objectStore('days');
	const visits = transaction.objectStore('visits');
	const courses = transaction.objectStore('courses');

	async function setTotal(total: DayTotal): Promise<void> {
		if (total.visitCount > 0) await days.put(total);
		else await days.delete(dayKey(total));
	}

	async function undoTotal(before: DayTotal | null, after: DayTotal | null): Promise<void> {
		const key = dayKey((before ?? after) as DayTotal);
		const now = await days.get(key);
		if (isSameRecord(now ?? null, after)) {
			if (before) await days.put(before);
			else await days.delete(key);
			return;
		}
		// Fewer visits than the restoration left: the user has erased it, and what is there was recorded since.
		if (after && (now?.visitCount ?? 0) < after.visitCount) return;
		let total = now ?? emptyDay((before ?? after) as DayTotal);
		if (after) total = combine(total, after, -1);
		if (before) total = combine(total, before, 1);
		await setTotal(total);
	}

	async function undoVisit(before: Visit | null, after: Visit | null): Promise<void> {
		const { id } = (before ?? after) as Visit;
		const now = (await visits.get(id)) ?? null;
		if (isSameRecord(now, after)) {
			if (before) await visits.put(before);
			else await visits.delete(id);
			return;
		}
		// It went on: its total, undone by now, must count it as it is and no longer as it was before.
		if (!now) return;
		let total = (await days.get(dayKey(now))) ?? emptyDay(now);
		if (after) total = withVisit(total, after);
		if (before) total = withoutVisit(total, before);
		await setTotal(total);
	}

	// Totals first: a visit that went on corrects its own.
	for (const change of changes) if (change.store === 'days') await undoTotal(change.before, change.after);
	for (const change of changes) {
		if (change.store === 'visits') await undoVisit(change.before, change.after);
		if (change.store !== 'courses') continue;
		const { before, after } = change;
		const key: [string, string] = [(before ?? after)?.host ?? '', (before ?? after)?.courseKey ?? ''];
		if (!isSameRecord((await courses.get(key)) ?? null, after)) continue;
		if (before) await courses.put(before);
		else await courses.delete(key);
	}
	await transaction.done;
}
