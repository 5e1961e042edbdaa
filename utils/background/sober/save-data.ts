import { browser } from '@/utils/browser/browser';
import { createSessionItem } from '@/utils/browser/session-item';
import { patternHost } from '@/utils/core/platforms/match-pattern';

const RULE_ID = 1;
/** Whether the rule may exist; it lasts as long as the session too. */
const mayExist = createSessionItem<boolean>('save-data');
/** Every type of request from a page. */
const RESOURCE_TYPES = [
	'main_frame',
	'sub_frame',
	'stylesheet',
	'script',
	'image',
	'font',
	'object',
	'xmlhttprequest',
	'media',
	'other',
] as const;

/** Host of a match pattern, as a rule's domain, which includes its subdomains. */
function domainOf(pattern: string): string {
	return patternHost(pattern)?.replace('*.', '') ?? '';
}

/**
 * Sends `Save-Data: on` (https://wicg.github.io/savedata/#save-data-request-header-field) with requests to the hosts of these match
 * patterns only. Does not call `declarativeNetRequest` before it is needed: from the first call on, even one without effect,
 * Firefox compares every request of the browser with the rules.
 */
export async function requestSaveData(patterns: readonly string[], excluded: readonly string[]): Promise<void> {
	const isOn = patterns.length > 0;
	if (!isOn && !(await mayExist.read())) return;
	// Before the rule: if the background is stopped in between, removing a rule that was never added does no harm.
	if (isOn) await mayExist.write(true);
	const requestHeaders = [{ header: 'Save-Data', operation: 'set', value: 'on' }];
	const rule = {
		id: RULE_ID,
		action: { type: 'modifyHeaders', requestHeaders },
		condition: {
			requestDomains: [...new Set(patterns.map(domainOf))],
			...(excluded.length > 0 && { excludedRequestDomains: excluded.map(domainOf) }),
			resourceTypes: RESOURCE_TYPES,
		},
	};
	const { declarativeNetRequest } = browser as unknown as { declarativeNetRequest: SessionRules };
	await declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID], addRules: isOn ? [rule] : [] });
	if (!isOn) await mayExist.remove();
}

/** The part of `declarativeNetRequest` used here, which the polyfill's types lack. */
interface SessionRules {
	updateSessionRules(change: { removeRuleIds: number[]; addRules: object[] }): Promise<void>;
}
