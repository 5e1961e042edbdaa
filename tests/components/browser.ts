import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageMessages } from '@/utils/core/schema/page-messages';
import { useFrench } from './french';
import { clear } from './screen';

/** The permissions interface; every permission is granted unless a test answers otherwise. */
export const permissions = {
	contains: vi.fn(async (_: { origins?: string[] }) => true),
	request: vi.fn(async (_: { origins?: string[] }) => true),
	remove: vi.fn(async (_: object) => true),
};

let accessListeners: (() => void)[] = [];

/** Tells the page that the user has given access, or taken it back, outside of it. */
export function changeAccess(isGranted: boolean): void {
	permissions.contains.mockResolvedValue(isGranted);
	for (const listener of accessListeners) listener();
}

/** Starts each test with an empty page in a new French browser: nothing is stored, and no time zone names a country. */
export async function startBrowser(): Promise<void> {
	clear();
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
	process.env.TZ = 'UTC';
	for (const each of Object.values(permissions)) each.mockReset().mockResolvedValue(true);
	accessListeners = [];
	const event = { addListener: (listener: () => void) => accessListeners.push(listener) };
	Object.assign(fakeBrowser.permissions, permissions, { onAdded: event, onRemoved: event });
	vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('fr');
	await useFrench();
}

/** Replies of the background by type of request: a reply, or a function that makes it of the request. */
export type Answers = Partial<Record<keyof PageMessages, unknown>>;

/** Makes the background answer; other requests succeed with null. Returns a spy called with each type and request. */
export function fakeBackground(answers: Answers) {
	const asked = vi.fn(async (type: keyof PageMessages, request: unknown): Promise<unknown> => {
		const answer = answers[type] ?? { ok: true, value: null };
		return typeof answer === 'function' ? answer(request) : answer;
	});
	const sendMessage = async ({ type, request }: { type: keyof PageMessages; request: unknown }) => asked(type, request);
	Object.assign(fakeBrowser.runtime, { sendMessage });
	return asked;
}
