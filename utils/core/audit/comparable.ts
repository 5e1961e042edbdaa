import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { KINDS, type Kind } from '@/utils/core/schema/names';
import { trafficOfLoad, wholeBytesOf } from './bytes';

const MEDIA: readonly Kind[] = ['video', 'audio'];

/** Whether somebody played a video or sound of a load: what came of it depends on how long. */
const isPlayed = ({ media }: AuditLoad) => media.some((each) => each.isPlayed && !each.hasAutoplay);

/** Whether somebody opened a document of a load. */
const isOpened = ({ files }: AuditLoad) => files.some(({ kind }) => kind === 'file');

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

/** Whether two loads have the same of something that a visitor asks for: both, neither, or one of them only. */
const ofBoth = (test: (load: AuditLoad) => boolean, loads: readonly AuditLoad[]) => loads.filter(test).length;

/**
 * Bytes of two first visits that can be compared, for each: what a visitor asked for counts in full where both visits asked for it, and not
 * at all where one did, so that a video that was not played again is no gain. Null where something of either is unknown.
 */
export function comparableBytes(before: AuditLoad, after: AuditLoad): readonly [number, number] | null {
	const loads = [before, after];
	const [playedCount, openedCount] = [ofBoth(isPlayed, loads), ofBoth(isOpened, loads)];
	const left: readonly Kind[] = [...(playedCount > 0 ? MEDIA : []), 'file'];
	const weigh = (load: AuditLoad) => {
		if (load.isPartial) return null;
		const asked = (kinds: readonly Kind[]) => load.files.filter(({ kind }) => kinds.includes(kind));
		const parts = [
			receivedOf(
				load,
				KINDS.filter((kind) => !left.includes(kind)),
			),
			openedCount === loads.length ? sumOf(asked(['file']), wholeBytesOf) : 0,
			// What plays in segments has no size of its own.
			playedCount === loads.length && !load.media.some(({ file }) => file === null)
				? sumOf(asked(MEDIA), wholeBytesOf)
				: 0,
		];
		return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
	};
	const [first, second] = [weigh(before), weigh(after)];
	return first === null || second === null ? null : [first, second];
}
