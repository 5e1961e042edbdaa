import { KINDS, type Kind } from '@/utils/core/schema/names';
import type { Traffic } from '@/utils/core/schema/traffic';

/** The types of content shown, in the order of display; each has a colour in tokens.css and a name in the texts. */
export const KIND_GROUPS = ['video', 'audio', 'image', 'code', 'document', 'other'] as const;

/** One of {@link KIND_GROUPS}. */
export type KindGroup = (typeof KIND_GROUPS)[number];

const GROUP_OF: Readonly<Record<Kind, KindGroup>> = {
	video: 'video',
	audio: 'audio',
	image: 'image',
	script: 'code',
	style: 'code',
	font: 'code',
	document: 'document',
	file: 'document',
	data: 'other',
	socket: 'other',
	other: 'other',
};

/** The type of content that a kind of request is shown as. */
export function kindGroupOf(kind: Kind): KindGroup {
	return GROUP_OF[kind];
}

/** Bytes received by group, measured and estimated together, in the order of display; groups without bytes are left out. */
export function groupTraffic(traffic: Traffic) {
	const bytesOf = new Map<KindGroup, number>();
	for (const kind of KINDS) {
		const part = traffic.received[kind];
		if (!part) continue;
		const group = GROUP_OF[kind];
		bytesOf.set(group, (bytesOf.get(group) ?? 0) + part.measuredBytes + part.estimatedBytes);
	}
	return KIND_GROUPS.map((group) => ({ group, bytes: bytesOf.get(group) ?? 0 })).filter(({ bytes }) => bytes > 0);
}
