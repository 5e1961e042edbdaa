import * as v from 'valibot';
import { ACTIONS, EFFECTS, LIMITS, type SoberState } from '@/utils/core/sober/effects';
import type { AuditValues } from './audit/audit';
import { AUDIT_REQUESTS } from './audit/audit-requests';
import type { DayRecord, HistoryHead } from './backup-file';
import type { StoreState } from './database-record';
import type { ErasedPart } from './names';
import { type Change, type HistoryPreview, RESTORE_REQUESTS } from './restoration';
import {
	FollowableHostSchema,
	type Following,
	HostNameSchema,
	type SiteFollowing,
	type SiteState,
} from './sites/followed-site';
import { DaySchema, HostSchema, type Of, PlatformIdSchema, parse, WeekSchema } from './values';
import type { Course, DayTotal, LiveVisit, ObservedContext } from './visit';

/** The reply to every message; `error` is a short stable code, its wording belongs to the page. */
export type Reply<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly error: ErrorCode };

export type ErrorCode = 'bad-request' | 'not-allowed' | 'store-failed' | 'no-answer';

/** Days of one or more weeks with the names of their courses. */
export interface History {
	readonly days: readonly DayTotal[];
	readonly courses: readonly Course[];
}

/** A page of a known platform, with what the interface shows of it. */
export interface DetectedContext extends ObservedContext {
	readonly platformName: string;
}

/** What the whole catalogue recognises on a page: a platform, or none. */
export interface Detection {
	readonly place: DetectedContext | null;
	/** True when the platform of that host has only a part of it. */
	readonly isShared: boolean;
}

/** A file as it would be saved. */
export interface ExportFile {
	/** `sobrio-2026-W48.csv`; every name holds the week. */
	readonly name: string;
	/** Media type with its charset. */
	readonly type: string;
	readonly text: string;
}

const TabIdSchema = v.pipe(v.number(), v.integer());
const NothingSchema = v.object({});
const HostRequestSchema = v.object({ host: HostSchema });
const TabRequestSchema = v.object({ tabId: TabIdSchema });
const WeekRequestSchema = v.object({ week: WeekSchema });
const FollowRequestSchema = v.object({
	host: FollowableHostSchema,
	platform: PlatformIdSchema,
	/** Tab to measure from now on; -1 (`browser.tabs.TAB_ID_NONE`) when the request comes from no tab of the site. */
	tabId: TabIdSchema,
});

/** What it takes to follow the site that a tab shows. */
export type FollowRequest = Of<typeof FollowRequestSchema>;

/** What an extension page may request of the background, by message type. */
const REQUESTS = {
	/** The visit under way in a tab. */
	'visit/get': TabRequestSchema,
	/** Day totals from `firstDay` to `lastDay`, both included. */
	'history/get': v.object({ firstDay: DaySchema, lastDay: DaySchema }),
	/** What is wrong with the stored figures; that the user has read of a loss. */
	'store/get': NothingSchema,
	'store/accept': NothingSchema,
	/** What kind of page a tab shows, for a tab without a visit. */
	'tab/inspect': TabRequestSchema,
	/** Which site the next permission prompt is for: it may close the page that asks, and the grant then follows the site. */
	'site/intend': FollowRequestSchema,
	/** Starts following a host whose permission the user has just granted; measures the tab from now on. */
	'site/follow': FollowRequestSchema,
	/** Stops following a host and gives its permission back. Its figures stay. */
	'site/unfollow': HostRequestSchema,
	/** How one host is followed. */
	'site/state': HostRequestSchema,
	/** Leaves a host out, or takes it back: it is then neither measured nor offered. Its figures stay. */
	'site/leave': v.object({ host: FollowableHostSchema, isOn: v.boolean() }),
	/** The pauses, and whether all hosted platforms are followed. */
	'following/get': NothingSchema,
	/** Follows all hosted platforms, whose permission the user has just granted, or none but those listed. */
	'following/known': v.object({ isOn: v.boolean() }),
	/** Pauses one host, or all sites where `host` is null, or goes on there. */
	'following/pause': v.object({ host: v.nullable(FollowableHostSchema), isOn: v.boolean() }),
	/** Removes what is listed among the followed sites and cannot be followed. */
	'site/remove': v.object({ name: HostNameSchema }),
	'site/list': NothingSchema,
	/** All course names, and the first and last day of the history. */
	'backup/head': NothingSchema,
	/** Some days after one, with their visits. */
	'backup/days': v.object({ after: v.union([v.literal(''), DaySchema]) }),
	...RESTORE_REQUESTS,
	/** Settings of a backup were put back: the background reads them again. */
	'settings/restored': NothingSchema,
	/** The file of a week that waits since the week ended, which then waits no more. */
	'weekly/take': WeekRequestSchema,
	/** Puts a week in the queue to the user's Learning Record Store and begins to send it. */
	'lrs/send': WeekRequestSchema,
	/** The same for the file of a week and the bucket. */
	'bucket/send': WeekRequestSchema,
	/**
	 * Forgets the last answer of a target that is another one now, the weeks missed before a target gets each week, or discards all that
	 * waits for one that was removed.
	 */
	'queue/clear': v.object({ target: v.picklist(['lrs', 'bucket']), part: v.picklist(['answer', 'missed', 'all']) }),
	/** Sober mode for one host, and what it has done in the tab. */
	'sober/get': v.object({ host: HostSchema, tabId: TabIdSchema }),
	/** Switches sober mode for one host, or for all sites where `host` is null. */
	'sober/switch': v.object({ host: v.nullable(HostSchema), isOn: v.boolean() }),
	/** Switches one effect of sober mode, on all sites. */
	'sober/effect': v.object({ effect: v.picklist(EFFECTS), isOn: v.boolean() }),
	/** Chooses the highest resolution of sober mode on all sites; null for the one of the device. */
	'sober/limit': v.object({ limitLines: v.nullable(v.picklist(LIMITS)) }),
	/** Switches the lower limit of a device that runs on its battery, on all sites. */
	'sober/battery': v.object({ isOn: v.boolean() }),
	/** Does what a tip proposes in one tab, until its next page, or undoes it. */
	'sober/act': v.object({ host: HostSchema, tabId: TabIdSchema, action: v.picklist(ACTIONS), isOn: v.boolean() }),
	...AUDIT_REQUESTS,
	/** Erases every figure and course name of one host. */
	'erase/host': HostRequestSchema,
	/** Erases every figure, course name and followed site, and gives back what was granted. */
	'erase/all': NothingSchema,
};

type Type = keyof typeof REQUESTS;

/** The replies that are more than null. */
interface Values extends AuditValues {
	/** Null when the tab is not on a followed platform. */
	'visit/get': LiveVisit | null;
	'history/get': History;
	'store/get': StoreState;
	/** Null where the browser lets nobody look. */
	'tab/inspect': Detection | null;
	'site/list': readonly SiteState[];
	'site/state': SiteFollowing;
	'following/get': Following;
	'backup/head': HistoryHead;
	/** Empty when no days are left. */
	'backup/days': readonly DayRecord[];
	/** Index of the first that is damaged, null when none is. */
	'restore/add': number | null;
	/** Null when a course is damaged. */
	'restore/preview': HistoryPreview | null;
	/** How many records changed, null when a course is damaged. */
	'restore/finish': number | null;
	/** Empty when none is left. */
	'restore/changes': readonly Change[];
	/** The hosts that are followed now. */
	'restore/follow': readonly string[];
	/** Null when the week does not wait. */
	'weekly/take': ExportFile | null;
	'sober/get': SoberState;
	/** What could not be erased. */
	'erase/all': readonly ErasedPart[];
}

/** What an extension page may ask the background: request and reply by message type. */
export type PageMessages = {
	[Each in Type]: { request: Of<(typeof REQUESTS)[Each]>; value: Each extends keyof Values ? Values[Each] : null };
};

/** A message of a page of ours, with a request of the right shape. */
export type PageMessage = {
	[Each in Type]: { readonly type: Each; readonly request: PageMessages[Each]['request'] };
}[Type];

/** The message when its type is known and its request has the right shape, null otherwise. */
export function parsePageMessage(message: unknown): PageMessage | null {
	const { type, request } = (message ?? {}) as Readonly<Record<string, unknown>>;
	if (typeof type !== 'string' || !Object.hasOwn(REQUESTS, type)) return null;
	const parsed = parse(REQUESTS[type as Type], request);
	return parsed && ({ type, request: parsed } as PageMessage);
}
