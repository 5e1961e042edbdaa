import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { KINDS, type Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import { addKind, NO_KIND_TRAFFIC, sumTraffic, type TrafficSum } from '@/utils/core/visit/traffic';
import type { FileName } from './finding';

/** Bytes that a load received of a file: measured and estimated together, null when some of its requests are unknown. */
export function receivedBytes({ traffic }: Pick<AuditFile, 'traffic'>): number | null {
	return traffic.unknownCount > 0 ? null : traffic.measuredBytes + traffic.estimatedBytes;
}

/** Bytes that a view without cache receives of a file, as far as they are known: what the cache answered counts as if it had come. */
export function knownBytes(file: AuditFile): number | null {
	const received = receivedBytes(file);
	if (received !== 0 || file.cachedCount === 0) return received;
	return file.savedBytes > 0 ? file.savedBytes : file.wholeBytes;
}

/** Bytes of the whole file: of its transfer, or by its headers where less than that came. Null when neither is known. */
export function wholeBytesOf(file: AuditFile): number | null {
	const known = knownBytes(file);
	const transferred = known !== null && known > 0 ? known : null;
	if (file.wholeBytes === null) return transferred;
	return Math.max(transferred ?? 0, file.wholeBytes) || null;
}

export function isSameFile(a: FileName, b: FileName): boolean {
	return a.host === b.host && a.path === b.path;
}

export function findFile(load: AuditLoad, name: FileName | null): AuditFile | null {
	return (name && load.files.find((file) => isSameFile(file, name))) ?? null;
}

/** Host of the frame that requested a file; null for the page itself. */
const frameOf = ({ embeds }: AuditLoad, { embed }: AuditFile) =>
	embed === null ? null : (embeds[embed]?.host ?? null);

/** The files of a load by name and frame. */
const byName = (load: AuditLoad | null) =>
	Map.groupBy(load?.files ?? [], (file) => [file.host, file.path, load && frameOf(load, file)].join('\n'));

/** The files of both loads of a page, each with what either received of it: one name may be of several kinds and frames. */
export function pairFiles(
	first: AuditLoad | null,
	again: AuditLoad | null,
): readonly { readonly file: AuditFile; readonly first: AuditFile | null; readonly again: AuditFile | null }[] {
	const ofAgain = byName(again);
	const pairs = [...byName(first)].flatMap(([name, files]) => {
		const others = ofAgain.get(name) ?? [];
		// Of what a cache answered, the browser may not say which kind it was asked for.
		const isOne = files.length === 1 && others.length === 1 && (others[0]?.cachedCount ?? 0) > 0;
		const sameOf = (file: AuditFile) => others.find(({ kind }) => isOne || kind === file.kind) ?? null;
		return files.map((file) => ({ file, first: file, again: sameOf(file) }));
	});
	const paired = new Set(pairs.map((pair) => pair.again));
	const rest = (again?.files ?? []).filter((file) => !paired.has(file));
	return [...pairs, ...rest.map((file) => ({ file, first: null, again: file }))];
}

/** All that a load received, by kind: its files and the rest. */
export function trafficOfLoad(load: AuditLoad): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	const put = (kind: Kind, traffic: KindTraffic) => {
		received[kind] = addKind(received[kind] ?? NO_KIND_TRAFFIC, traffic);
	};
	for (const { kind, traffic } of load.files) put(kind, traffic);
	for (const kind of KINDS) {
		const rest = load.rest[kind];
		if (rest) put(kind, rest);
	}
	const sparedBytes = load.files.reduce((sum, { savedBytes }) => sum + savedBytes, 0);
	return { received, sentBytes: null, sparedBytes };
}

/** The weight of a load: null where the page was not loaded that way. */
export function weightOf(load: AuditLoad | null): TrafficSum | null {
	return load && sumTraffic(trafficOfLoad(load));
}
