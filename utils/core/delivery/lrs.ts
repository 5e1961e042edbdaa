import { XAPI_VERSIONS, type XapiVersion } from '@/utils/core/schema/settings';
import { safeAddress } from './address';
import type { LastAnswer } from './queue';

/** The endpoint in a text that a person typed: https, or http to this machine; null for anything else. */
export function endpointOf(text: string): string | null {
	const address = safeAddress(text);
	if (!address || address.search) return null;
	return address.href.replace(/(\/statements)?\/*$/, '');
}

/**
 * The version to try after the last reply: many stores answer 400 to the statements of a version that they do not know, and know only the
 * common one. Null where that is not the case.
 */
export function proposedVersionOf(last: LastAnswer | null, version: XapiVersion): XapiVersion | null {
	const [common] = XAPI_VERSIONS;
	return last?.outcome === 'invalid' && last.status === 400 && version !== common ? common : null;
}

/** Whether the answer of a store to statements confirms them all: the list of their ids, in any order and case. */
export function confirms(answer: unknown, ids: readonly string[]): boolean {
	if (!Array.isArray(answer)) return false;
	const confirmed = new Set(answer.map((id) => (typeof id === 'string' ? id.toLowerCase() : '')));
	return ids.every((id) => confirmed.has(id.toLowerCase()));
}
