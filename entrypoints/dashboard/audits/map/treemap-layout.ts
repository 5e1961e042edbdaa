import { hierarchy, treemap } from 'd3-hierarchy';
import { groupTraffic, KIND_GROUPS, type KindGroup, kindGroupOf } from '@/components/chart/kind-groups';
import { trafficOfLoad } from '@/utils/core/audit/bytes';
import type { PageReport } from '@/utils/core/audit/report';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { Traffic } from '@/utils/core/schema/traffic';

/**
 * Size of the drawing, in its own units; the strip above the parts of a group holds its name. More groups, and more parts of a page, are
 * added up: they would be too small to see.
 */
export const MAP = { width: 960, height: 420, strip: 20, gap: 2, maxGroups: 24, maxParts: 60 } as const;

/** One area of the map. */
export interface MapPart {
	readonly id: string;
	/** Name of a file; '' where the kind says it all. */
	readonly name: string;
	readonly kind: KindGroup;
	readonly bytes: number;
}

/** Areas that belong together: those of a page, or of a kind. */
export interface MapGroup {
	readonly id: string;
	/** Null for what was added up. */
	readonly page: PageReport | null;
	readonly kind: KindGroup | null;
	readonly parts: readonly MapPart[];
}

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface PlacedGroup extends Box {
	readonly group: MapGroup;
	readonly bytes: number;
	readonly parts: readonly (Box & { readonly part: MapPart })[];
}

interface Node {
	readonly bytes: number;
	readonly group: MapGroup | null;
	readonly part: MapPart | null;
	readonly children?: readonly Node[];
}

const boxOf = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): Box => ({
	x: x0,
	y: y0,
	width: x1 - x0,
	height: y1 - y0,
});

/** Areas in proportion to bytes, the largest first: the squarified treemap of d3. */
export function layOutMap(groups: readonly MapGroup[]): readonly PlacedGroup[] {
	const toNode = (group: MapGroup): Node => ({
		bytes: 0,
		group,
		part: null,
		children: group.parts.map((part) => ({ bytes: part.bytes, group, part })),
	});
	const data: Node = { bytes: 0, group: null, part: null, children: groups.map(toNode) };
	const root = hierarchy(data, ({ children }) => children)
		.sum(({ bytes }) => bytes)
		.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const placed = treemap<Node>()
		.size([MAP.width, MAP.height])
		.paddingInner(MAP.gap)
		.paddingTop((node) => (node.depth === 1 ? MAP.strip : 0))
		.round(true)(root);
	return (placed.children ?? []).flatMap((node) => {
		const { group } = node.data;
		if (!group || !node.value) return [];
		const parts = (node.children ?? []).flatMap((child) => {
			const { part } = child.data;
			return part ? { part, ...boxOf(child) } : [];
		});
		return { group, bytes: node.value, parts, ...boxOf(node) };
	});
}

/** What was received by kind, as far as it is known. */
function partsByKind(traffic: Traffic, id: string): readonly MapPart[] {
	return groupTraffic(traffic).map(({ group, bytes }) => ({
		id: `${id} ${group}`,
		name: '',
		kind: group,
		bytes,
	}));
}

function addUp(groups: readonly MapGroup[]): readonly MapGroup[] {
	if (groups.length === 0) return [];
	const all = groups.flatMap(({ parts }) => parts);
	const parts = KIND_GROUPS.flatMap((kind) => {
		const bytes = all.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.bytes, 0);
		return bytes > 0 ? { id: `rest ${kind}`, name: '', kind, bytes } : [];
	});
	return [{ id: 'rest', page: null, kind: null, parts }];
}

/** The pages of a course by the weight of their first visit, each by kind. */
export function courseMap(pages: readonly PageReport[]): readonly MapGroup[] {
	const groups = pages.flatMap((report): MapGroup[] => {
		const { firstTraffic } = report;
		const { number } = report.page;
		const parts = firstTraffic ? partsByKind(firstTraffic, String(number)) : [];
		return parts.length > 0 ? [{ id: String(number), page: report, kind: null, parts }] : [];
	});
	return [...groups.slice(0, MAP.maxGroups), ...addUp(groups.slice(MAP.maxGroups))];
}

/** The kinds of a page, each by file. */
export function pageMap(load: AuditLoad): readonly MapGroup[] {
	const bytesOf = ({ traffic }: AuditLoad['files'][number]) => traffic.measuredBytes + traffic.estimatedBytes;
	const named = load.files.slice(0, MAP.maxParts).map(
		(file): MapPart => ({
			id: `${file.host}${file.path} ${file.kind}`,
			name: file.path,
			kind: kindGroupOf(file.kind),
			bytes: bytesOf(file),
		}),
	);
	const others = partsByKind(trafficOfLoad({ ...load, files: load.files.slice(MAP.maxParts) }), 'rest');
	const parts = [...named, ...others].filter(({ bytes }) => bytes > 0);
	return KIND_GROUPS.flatMap((kind) => {
		const ofKind = parts.filter((part) => part.kind === kind);
		return ofKind.length > 0 ? { id: kind, page: null, kind, parts: ofKind } : [];
	});
}
