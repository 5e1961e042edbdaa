import { browser } from '@/utils/browser/browser';

const RULE_ID = 1;
/** In `storage.session`, which lives as long as the rule: whether it may be there. */
const ASKED = 'save-data';
/** All that a page asks its own platform for. */
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

/** Host of a match pattern, as a rule's domain: it stands for its subdomains too. */
function domainOf(pattern: string): string {
	return pattern.split('/')[2]?.replace('*.', '') ?? '';
}

/**
 * Sends `Save-Data: on` (https://wicg.github.io/savedata/#save-data-request-header-field) with requests
 * to the hosts of these match patterns, and to no other; to nobody when there are none. Where it was never asked for nothing is
 * touched: from the first call on, be it one that changes nothing, Firefox compares every request of the browser with the rules.
 */
export async function askToSaveData(patterns: readonly string[], excluded: readonly string[]): Promise<void> {
	const isWanted = patterns.length > 0;
	if (!isWanted && !(await browser.storage.session.get(ASKED))[ASKED]) return;
	// Said first: who is stopped in between takes back what was never there.
	if (isWanted) await browser.storage.session.set({ [ASKED]: true });
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
	await declarativeNetRequest.updateSessionRules({
		removeRuleIds: [RULE_ID],
		addRules: isWanted ? [rule] : [],
	});
	if (!isWanted) await browser.storage.session.remove(ASKED);
}

/** The polyfill's types do not know it. */
interface SessionRules {
	updateSessionRules(change: { removeRuleIds: number[]; addRules: object[] }): Promise<void>;
}
