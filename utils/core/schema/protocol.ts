import type { DayRecord } from '@/utils/core/export/backup';
import type { ExportFile } from '@/utils/core/export/week-file';
import type { Detection } from '@/utils/core/platforms/detection';
import type { FollowedSite, FollowRequest } from '@/utils/core/platforms/followed-site';
import type { Action, Effect, SoberState } from '@/utils/core/sober/effects';
import type { Course, DayTotal, LiveVisit } from '@/utils/core/visit/visit';

/** What every message is answered with; `error` is a short stable code, its wording belongs to the page. */
export type Reply<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly error: ErrorCode };

export type ErrorCode = 'bad-request' | 'not-allowed' | 'store-failed' | 'no-answer';

/** A site that is followed beside the known platforms, as the interface lists it. Days are local, `YYYY-MM-DD`. */
export interface SiteState extends Omit<FollowedSite, 'sinceDay'> {
	/** Null for a site that the organisation set. */
	readonly sinceDay: string | null;
	/** Day of the last visit that has figures; null when there is none. */
	readonly lastDay: string | null;
	/** True when the organisation set it: the learner cannot stop following it. */
	readonly isManaged: boolean;
}

/** Days of one or more weeks with the names of their courses. */
export interface History {
	readonly days: readonly DayTotal[];
	readonly courses: readonly Course[];
}

/** What an extension page may ask the background: request and answer by message type. */
export interface PageMessages {
	/** The visit under way in a tab; null when the tab is not on a followed platform. */
	'visit/get': { request: { tabId: number }; value: LiveVisit | null };
	/** Day totals from `firstDay` to `lastDay`, both included. */
	'history/get': { request: { firstDay: string; lastDay: string }; value: History };
	/** What kind of page a tab shows, for a tab that has no visit; null where the browser lets nobody look. */
	'tab/inspect': { request: { tabId: number }; value: Detection | null };
	/** Says which site the next permission prompt is for: it may close the page that asks, and the grant then follows the site. */
	'site/intend': { request: FollowRequest; value: null };
	/** Starts following a host whose permission the user has just granted; measures the tab from now on. */
	'site/follow': { request: FollowRequest; value: null };
	/** Stops following a host and gives its permission back. Its figures stay. */
	'site/unfollow': { request: { host: string }; value: null };
	'site/list': { request: Record<string, never>; value: readonly SiteState[] };
	/** All course names, and between which days there is history (null: none). */
	'backup/head': {
		request: Record<string, never>;
		value: { readonly courses: readonly Course[]; readonly firstDay: string | null; readonly lastDay: string | null };
	};
	/** Some days after one, with their visits; none when there are none left. */
	'backup/days': { request: { after: string }; value: readonly DayRecord[] };
	/** Makes room for a backup that comes in, under an id of the page. */
	'restore/begin': { request: { id: string }; value: null };
	/** Some days of it, in order: the place of the first that is damaged, null when none is. Nothing is stored yet. */
	'restore/add': { request: { id: string; days: readonly unknown[] }; value: number | null };
	/** Stores all of it or nothing: how many records changed, null when a course is damaged. */
	'restore/finish': {
		request: { id: string; courses: readonly unknown[]; sites: readonly unknown[] };
		value: number | null;
	};
	/** Settings of a backup were put back: what the background keeps of them is read again. */
	'settings/restored': { request: Record<string, never>; value: null };
	/** The file of a week that waits since the week ended, which then waits no more; null when it does not wait. */
	'weekly/take': { request: { week: string }; value: ExportFile | null };
	/** Puts a week in the queue to the user's Learning Record Store and begins to send it. */
	'lrs/send': { request: { week: string }; value: null };
	/** Sober mode for one host, and what it has done in the tab. */
	'sober/get': { request: { host: string; tabId: number }; value: SoberState };
	/** Switches sober mode for one host, or for all sites where `host` is null. */
	'sober/switch': { request: { host: string | null; isOn: boolean }; value: null };
	/** Switches one effect of sober mode, on all sites. */
	'sober/effect': { request: { effect: Effect; isOn: boolean }; value: null };
	/** Does what a tip proposes in one tab, until its next page, or undoes it. */
	'sober/act': { request: { host: string; tabId: number; action: Action; isOn: boolean }; value: null };
	/** Erases every figure and course name of one host. */
	'erase/host': { request: { host: string }; value: null };
	/** Erases every figure, course name and followed site. */
	'erase/all': { request: Record<string, never>; value: null };
}
