import { foldRows, savedBytesOf } from '@/utils/core/measure/fold/fold-ledger';
import { windowTraffic } from '@/utils/core/measure/fold/fold-windows';
import { videoFile } from '@/utils/core/measure/fold/video-file';
import { claimLimit } from '@/utils/core/measure/limits/claims';
import { own } from '@/utils/core/measure/own';
import { cachedCountOf } from '@/utils/core/measure/trace/note-settled-row';
import { isOtherSite } from '@/utils/core/measure/trace/page-address';
import type { AuditTrace } from '@/utils/core/measure/trace/trace';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { AuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import {
	type AuditEmbed,
	type AuditFile,
	type AuditImage,
	type AuditLoad,
	type AuditMedia,
	MAX_LOAD_FILES,
} from '@/utils/core/schema/audit/audit-load';
import { type Kind, MAX_LOAD_ITEMS } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import type { Visit } from '@/utils/core/schema/visit';
import { addKind, addTraffic, boundsOf, NO_TRAFFIC, subtractTraffic } from '@/utils/core/visit/traffic';
import { withEmbed } from './embeds';
import { withinRoom } from './place-load';

/** The load of a visit as its figures are now: they are shared out over its files, and what no file has is its rest. */
export function foldLoad(visit: VisitState, trace: AuditTrace, figures: Visit): AuditLoad {
	const documents = Object.values(trace.documents);
	const embeds = embedsOf(trace, documents, visit.host);
	const files = [...filesOf(visit, trace, embeds)].sort((a, b) => weightOf(b) - weightOf(a));
	const ofFiles = files.reduce<Traffic>(
		(sum, { kind, traffic }) => addTraffic(sum, { ...NO_TRAFFIC, received: { [kind]: traffic } }),
		NO_TRAFFIC,
	);
	const load: AuditLoad = {
		visitId: visit.id,
		atMs: Math.round(visit.startedAtMs),
		activeMs: Math.max(0, Math.round(figures.activeMs)),
		files,
		// A window on another host is not what its author can make lighter.
		rest: subtractTraffic(figures.traffic, addTraffic(ofFiles, windowTraffic(visit))).received,
		droppedFileCount: trace.unnamedCount,
		media: mediaOf(documents, embeds, files),
		images: imagesOf(documents),
		embeds,
		isUninspected: documents.length === 0,
		isPartial: trace.isPartial,
	};
	return withinRoom(load, MAX_LOAD_FILES);
}

/** Bytes by which files are ranked: what may have come of those that are unknown too. */
function weightOf({ traffic, wholeBytes }: AuditFile): number {
	const { measuredBytes, estimatedBytes, unknownCount } = traffic;
	return (
		measuredBytes + estimatedBytes + (unknownCount > 0 ? Math.max(boundsOf(traffic).highBytes, wholeBytes ?? 0) : 0)
	);
}

/** What is added to a file for each of its addresses. */
type Share = Pick<AuditFile, 'kind' | 'traffic' | 'cachedCount' | 'savedBytes' | 'wholeBytes'>;

/** A row of which only the page had an entry that counts nothing: its request is elsewhere. */
function isNothing({ traffic, cachedCount }: Share): boolean {
	const { measuredBytes, estimatedBytes, unknownCount, requestCount } = traffic;
	return measuredBytes + estimatedBytes + unknownCount + requestCount + cachedCount === 0;
}

function filesOf(visit: VisitState, trace: AuditTrace, embeds: readonly AuditEmbed[]): Iterable<AuditFile> {
	const files = new Map<string, AuditFile>();
	const keysOf = new Map<string, Set<string>>();
	const add = (key: string, share: Share) => {
		const name = own(trace.names, key);
		if (!name || isNothing(share)) return;
		const { embedHost, ...seen } = name;
		const found = embeds.findIndex(({ host }) => host === embedHost);
		const embed = found < 0 ? null : found;
		const id = [name.host, name.path, share.kind, embed].join('\n');
		const before = files.get(id);
		const keys = keysOf.get(id) ?? new Set();
		keysOf.set(id, keys.add(key));
		files.set(
			id,
			before
				? united(before, share, keys.size)
				: { ...seen, ...share, wholeBytes: share.wholeBytes ?? seen.wholeBytes, addressCount: 1, embed },
		);
	};
	for (const { key, kind, traffic } of foldRows(
		visit.ledger,
		visit.isFullyVisible,
		claimLimit(visit),
		visit.finalTotals.uploadCount,
	)) {
		const row = key === null ? undefined : own(visit.ledger, key);
		if (key !== null && row)
			add(key, {
				kind,
				traffic,
				cachedCount: cachedCountOf(row),
				savedBytes: savedBytesOf(row),
				wholeBytes: videoFile(row).wholeBytes,
			});
	}
	for (const [key, { received, cachedCount, savedBytes }] of Object.entries(trace.finals)) {
		let rest = { cachedCount, savedBytes };
		for (const [kind, traffic] of Object.entries(received) as [Kind, KindTraffic][]) {
			add(key, { kind, traffic, ...rest, wholeBytes: null });
			rest = { cachedCount: 0, savedBytes: 0 };
		}
	}
	return files.values();
}

function united(file: AuditFile, share: Share, addressCount: number): AuditFile {
	return {
		...file,
		traffic: addKind(file.traffic, share.traffic),
		cachedCount: file.cachedCount + share.cachedCount,
		savedBytes: file.savedBytes + share.savedBytes,
		wholeBytes: share.wholeBytes ?? file.wholeBytes,
		addressCount,
	};
}

/** Frames of other sites: those that documents show, those whose own documents were inspected, and those whose requests were seen. */
function embedsOf(trace: AuditTrace, documents: readonly AuditInspection[], pageHost: string): readonly AuditEmbed[] {
	const embeds = new Map<string, AuditEmbed>();
	for (const { embeds: shown } of documents)
		for (const embed of shown) embeds.set(embed.host, withEmbed(embeds.get(embed.host), embed));
	for (const { embedHost } of Object.values(trace.names)) {
		if (embedHost !== null && !embeds.has(embedHost))
			embeds.set(embedHost, { host: embedHost, player: null, isContent: false, frameCount: 1, isPlayed: null });
	}
	for (const seen of documents.filter((each) => isOtherSite(each.host, pageHost))) {
		const { host, media } = seen;
		const known = embeds.get(host);
		const player = seen.player ?? known?.player ?? null;
		const isContent = seen.isContent || known?.isContent === true;
		// A click in a player may be on anything, one in a map or a form uses it.
		const isUsed = isContent && player === null && seen.isUsed;
		const isPlayed = isUsed || media.some((each) => each.isPlayed) || known?.isPlayed === true;
		embeds.set(host, { host, player, isContent, frameCount: known?.frameCount ?? 1, isPlayed });
	}
	return [...embeds.values()].slice(0, MAX_LOAD_ITEMS);
}

function mediaOf(
	documents: readonly AuditInspection[],
	embeds: readonly AuditEmbed[],
	files: readonly AuditFile[],
): readonly AuditMedia[] {
	const all = documents.flatMap(({ host, media }) => {
		const embed = embeds.findIndex((each) => each.host === host);
		return media.map((each) => ({ ...each, embed: embed < 0 ? null : embed, bitsPerSecond: bitrateOf(each, files) }));
	});
	return all.slice(0, MAX_LOAD_ITEMS);
}

/** Bits a second as decoded, else by the size and the length of the file; null when neither is known. */
function bitrateOf(
	{ bitsPerSecond, file, durationMs }: Pick<AuditMedia, 'bitsPerSecond' | 'file' | 'durationMs'>,
	files: readonly AuditFile[],
): number | null {
	if (bitsPerSecond !== null || file === null || !durationMs) return bitsPerSecond;
	const { wholeBytes = null } = files.find(({ host, path }) => host === file.host && path === file.path) ?? {};
	return wholeBytes && Math.round((wholeBytes * 8_000) / durationMs);
}

function imagesOf(documents: readonly AuditInspection[]): readonly AuditImage[] {
	const area = ({ naturalWidthPx, naturalHeightPx }: AuditImage) => naturalWidthPx * naturalHeightPx;
	return documents
		.flatMap(({ images }) => images)
		.sort((a, b) => area(b) - area(a))
		.slice(0, MAX_LOAD_ITEMS);
}
