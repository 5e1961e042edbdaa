import { parseAnswers } from '@/utils/core/measure/assistants/parse-answers';
import type { Assistants } from '@/utils/core/schema/assistants';
import { type ReportedAddress, type SentReport, SentReportSchema } from '@/utils/core/schema/frame-report';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Kind } from '@/utils/core/schema/names';
import { parse } from '@/utils/core/schema/values';
import { parseCall } from '@/utils/core/visit/call';
import { type Connection, parseConnections } from './connection';
import { kindOfEntry } from './resource-kind';

/** A reported address with its kind in place of what the kind is derived from. */
export interface TimedAddress extends Omit<ReportedAddress, 'initiator' | 'ending'> {
	readonly kind: Kind;
}

/** A frame's report with its counters parsed. */
export interface FrameReport extends Omit<SentReport, 'addresses' | 'connections' | 'media'> {
	readonly addresses: readonly TimedAddress[];
	readonly connections: readonly Connection[];
	readonly media: MediaTotals;
	/** What it counted of assistants. */
	readonly answers: Assistants;
}

/** A frame's report; null when any part of it has another shape, since a page's renderer is not trusted. */
export function parseFrameReport(value: unknown): FrameReport | null {
	const sent = parse(SentReportSchema, value);
	return (
		sent && {
			...sent,
			addresses: sent.addresses.map(({ initiator, ending, ...address }) => ({
				...address,
				kind: kindOfEntry(initiator, `.${ending}`),
			})),
			connections: parseConnections(sent.connections),
			answers: parseAnswers(sent.connections),
			media: { ...(sent.media ?? NO_MEDIA), ...parseCall(sent.connections) },
		}
	);
}
