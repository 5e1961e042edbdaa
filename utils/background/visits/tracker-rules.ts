import type { AuditTrace } from '@/utils/core/measure/trace/trace';

/** What the user and the organisation have granted and set, asked for at the moment when it matters. */
export interface TrackerRules {
	/** Whether the network events show the requests of every host. */
	seesEverything(): boolean;
	/** Whether pages at an address are followed. */
	isFollowedPage(address: string): boolean;
	/** Whether a page that begins now has its prompts to AI assistants counted. */
	countsAssistants(): boolean;
	/** What an audit keeps of a page that begins now; undefined where none runs on its host. */
	traceOf(page: BegunPage): AuditTrace | undefined;
}

/** A page whose visit begins. */
export interface BegunPage {
	readonly tabId: number;
	readonly url: string;
	/** Its first requests were missed. */
	readonly isPartial: boolean;
}

/** As at install, before any site is followed. */
export const AT_INSTALL: TrackerRules = {
	seesEverything: () => false,
	isFollowedPage: () => false,
	countsAssistants: () => true,
	traceOf: () => undefined,
};
