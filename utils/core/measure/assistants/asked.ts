import { askedAt, type Exec } from '@/utils/core/assistants/addresses';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import { headerValue } from '@/utils/core/measure/response-size';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { Assistants } from '@/utils/core/schema/assistants';
import { addAssistants, NO_ASSISTANTS } from '@/utils/core/visit/assistants';

const FIELD = { prompt: 'promptCount', regeneration: 'regenerationCount', image: 'imageCount' } as const;
const HTTP_OK = 200;
const HTTP_REDIRECT = 300;

const exec: Exec = (pattern, text) => pattern.exec(text);

/** Whether a request that has ended was answered, if only in part: one that the learner stopped was. */
function isAnswered({ statusCode, error, ip }: RequestDetails): boolean {
	if (error !== undefined) return ip !== undefined;
	return statusCode !== undefined && statusCode >= HTTP_OK && statusCode < HTTP_REDIRECT;
}

/**
 * What a request that has ended asked of an assistant: one prompt, one regeneration, one image, or nothing. An event of a request that
 * was stopped has no headers: what was asked at an address that other sites use too is not counted then.
 */
export function askedBy(details: RequestDetails): Assistants {
	if (details.method !== 'POST' || !isAnswered(details)) return NO_ASSISTANTS;
	const type = headerValue(details.responseHeaders, 'content-type') ?? '';
	const asking = askedAt(details.url, type, exec);
	if (!asking || asking.isShared || asking.asked === 'continuation') return NO_ASSISTANTS;
	return { [asking.family]: { [FIELD[asking.asked]]: 1 } };
}

/** Counts what a request of a visit asked of an assistant, once it has ended. */
export function noteAsked(visit: VisitState, details: RequestDetails, { what }: NetworkFact): void {
	if (what === 'ended' && visit.asked) visit.asked = addAssistants(visit.asked, askedBy(details));
}
