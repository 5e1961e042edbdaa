import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { KINDS, type Kind } from '@/utils/core/schema/names';
import { trafficOfLoad, wholeBytesOf } from './bytes';

const MEDIA: readonly Kind[] = ['video', 'audio'];
const DOCUMENTS: readonly Kind[] = ['file'];

/** How many videos and sounds of a load somebody played: what came of them depends on how long. */
const playedCount = ({ media }: AuditLoad) => media.filter((each) => each.isPlayed && !each.hasAutoplay).length;

/** Files of a load, of some kinds. */
const filesOf = ({ files }: AuditLoad, kinds: readonly Kind[]) => files.filter(({ kind }) => kinds.includes(kind));

/** Bytes of files, by a measure of one; null where one of them is unknown. */
function sumOf(files: readonly AuditFile[], measure: (file: AuditFile) => number | null): number | null {
	return files.reduce<number | null>((sum, file) => {
		const bytes = measure(file);
		return sum === null || bytes === null ? null : sum + bytes;
	}, 0);
}

/** All that a load received of some kinds; null where a request of them is unknown. */
function receivedOf(load: AuditLoad, kinds: readonly Kind[]): number | null {
	const { received } = trafficOfLoad(load);
	return kinds.reduce<number | null>((sum, kind) => {
		const { measuredBytes = 0, estimatedBytes = 0, unknownCount = 0 } = received[kind] ?? {};
		return sum === null || unknownCount > 0 ? null : sum + measuredBytes + estimatedBytes;
	}, 0);
}

/**
 * Bytes of two first visits that can be compared, for each: what a visitor asked for counts in full where both visits asked for as many
 * files of it, and not at all elsewhere, so that a video that was not played again is no gain. Null where something of either is unknown.
 */
export function comparableBytes(before: AuditLoad, after: AuditLoad): readonly [number, number] | null {
	const loads = [before, after];
	const isSame = (count: (load: AuditLoad) => number) => count(before) === count(after);
	const isPlayed = loads.some((load) => playedCount(load) > 0);
	// What plays in segments has no size of its own, so no file can be compared with it.
	const hasSegments = loads.some(({ media }) => media.some(({ file }) => file === null));
	const isPlayedAlike = !hasSegments && isSame(playedCount) && isSame((load) => filesOf(load, MEDIA).length);
	const isOpenedAlike = isSame((load) => filesOf(load, DOCUMENTS).length);
	const asked = [...(isPlayed ? MEDIA : []), ...DOCUMENTS];
	const compared = [...(isPlayed && isPlayedAlike ? MEDIA : []), ...(isOpenedAlike ? DOCUMENTS : [])];
	const others = KINDS.filter((kind) => !asked.includes(kind));
	const weigh = (load: AuditLoad) => {
		const [received, whole] = [receivedOf(load, others), sumOf(filesOf(load, compared), wholeBytesOf)];
		return load.isPartial || received === null || whole === null ? null : received + whole;
	};
	const [first, second] = [weigh(before), weigh(after)];
	return first === null || second === null ? null : [first, second];
}
