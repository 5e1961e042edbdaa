import type { FollowedSite } from '@/utils/core/platforms/followed-site';
import { isAction, isEffect } from '@/utils/core/sober/read-actions';
import { isDay, isWeek } from '@/utils/core/units/day';
import type { PageMessages } from './protocol';

type Fields = Readonly<Record<string, unknown>>;

const HOST = /^[a-z0-9.-]{1,253}$/;
const ID = /^[\w-]{1,64}$/;
const PLATFORM = /^[a-z0-9][a-z0-9-]{0,39}$/;

function isMatch(value: unknown, pattern: RegExp): boolean {
	return typeof value === 'string' && pattern.test(value);
}

function isKnownDay(value: unknown): boolean {
	return typeof value === 'string' && isDay(value);
}

function isFollowRequest({ host, platform, tabId }: Fields): boolean {
	return isMatch(host, HOST) && isMatch(platform, PLATFORM) && Number.isInteger(tabId);
}

/** Whether a stranger's value is a site that can be followed. */
export function isSite(value: unknown): value is FollowedSite {
	const { host, platform, sinceDay } = (value ?? {}) as Fields;
	return isMatch(host, HOST) && isMatch(platform, PLATFORM) && isKnownDay(sinceDay);
}

const CHECKS: { readonly [Type in keyof PageMessages]: (request: Fields) => boolean } = {
	'visit/get': ({ tabId }) => Number.isInteger(tabId),
	'tab/inspect': ({ tabId }) => Number.isInteger(tabId),
	'history/get': ({ firstDay, lastDay }) => isKnownDay(firstDay) && isKnownDay(lastDay),
	'site/intend': isFollowRequest,
	'site/follow': isFollowRequest,
	'site/unfollow': ({ host }) => isMatch(host, HOST),
	'site/list': () => true,
	'backup/head': () => true,
	'backup/days': ({ after }) => after === '' || isKnownDay(after),
	'restore/begin': ({ id }) => isMatch(id, ID),
	'restore/add': ({ id, days }) => isMatch(id, ID) && Array.isArray(days),
	'restore/finish': ({ id, courses, sites }) => isMatch(id, ID) && Array.isArray(courses) && Array.isArray(sites),
	'settings/restored': () => true,
	'weekly/take': ({ week }) => typeof week === 'string' && isWeek(week),
	'lrs/send': ({ week }) => typeof week === 'string' && isWeek(week),
	'sober/get': ({ host, tabId }) => isMatch(host, HOST) && Number.isInteger(tabId),
	'sober/switch': ({ host, isOn }) => (host === null || isMatch(host, HOST)) && typeof isOn === 'boolean',
	'sober/effect': ({ effect, isOn }) => isEffect(effect) && typeof isOn === 'boolean',
	'sober/act': ({ host, tabId, action, isOn }) =>
		isMatch(host, HOST) && Number.isInteger(tabId) && isAction(action) && typeof isOn === 'boolean',
	'erase/host': ({ host }) => isMatch(host, HOST),
	'erase/all': () => true,
};

/** A message of a page of ours, its type known and its request of the right shape. */
export type PageMessage = {
	[Type in keyof PageMessages]: { readonly type: Type; readonly request: PageMessages[Type]['request'] };
}[keyof PageMessages];

/** The message when its type is known and its request has the right shape, null otherwise. */
export function parsePageMessage(message: unknown): PageMessage | null {
	const { type, request } = (message ?? {}) as Fields;
	if (typeof type !== 'string' || !Object.hasOwn(CHECKS, type)) return null;
	if (typeof request !== 'object' || request === null) return null;
	return CHECKS[type as keyof PageMessages](request as Fields) ? (message as PageMessage) : null;
}
