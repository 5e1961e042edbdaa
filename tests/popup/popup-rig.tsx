import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import { followActiveTab } from '@/entrypoints/popup/active-tab';
import { createPopupModel } from '@/entrypoints/popup/model';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { type Answers, fakeBackground } from '@/tests/components/browser';
import { draw, settle } from '@/tests/components/screen';
import type { SiteState } from '@/utils/core/schema/sites/followed-site';
import type { LiveVisit } from '@/utils/core/schema/visit';

const MOODLE = {
	platform: 'moodle',
	platformName: 'Moodle',
	courseKey: '12',
	courseLabel: null,
	activity: 'page',
} as const;

/** A followed Moodle. */
export const SITE = {
	host: 'moodle.cfa.example',
	platform: 'moodle',
	sinceDay: '2026-11-02',
	lastDay: null,
	isManaged: false,
};

/** Address of the dashboard, up to its hash. */
export const DASHBOARD = 'chrome-extension://id/dashboard.html';

/** The tab is on a Moodle; nothing is followed, nothing measured. */
const NOTHING: Answers = {
	'history/get': { ok: true, value: { days: [], courses: [] } },
	'site/list': { ok: true, value: [] },
	'tab/inspect': { ok: true, value: { place: MOODLE, isShared: false } },
	'sober/get': { ok: true, value: SOBER_OFF },
	'audit/state': { ok: true, value: { isAllowed: true, running: null } },
};

/** The events that the browser fires while the panel is open. */
const EVENTS = [
	'tabs.onActivated',
	'tabs.onUpdated',
	'windows.onFocusChanged',
	'windows.onRemoved',
	'permissions.onAdded',
	'permissions.onRemoved',
];

/** Puts an event in place of each of the browser's; returns a function that fires one. */
function fakeEvents() {
	const listeners = new Map<string, Set<(...args: unknown[]) => void>>(EVENTS.map((name) => [name, new Set()]));
	for (const name of EVENTS) {
		const [area = '', event = ''] = name.split('.');
		const addListener = (listener: (...args: unknown[]) => void) => listeners.get(name)?.add(listener);
		const removeListener = (listener: (...args: unknown[]) => void) => listeners.get(name)?.delete(listener);
		const areas = fakeBrowser as unknown as Record<string, object>;
		areas[area] = Object.assign(areas[area] ?? {}, { [event]: { addListener, removeListener } });
	}
	return async (name: string, ...args: unknown[]) => {
		for (const listener of listeners.get(name) ?? []) listener(...args);
		await settle();
		await settle();
	};
}

/** Opens the panel over the active tab, whose address the browser gives or withholds. */
export async function openPanel(
	answers: Answers = {},
	url: string | null = 'https://moodle.cfa.example/course/view.php',
) {
	const fire = fakeEvents();
	const { model, tabs, ...opened } = await openPopup(answers, url, true);
	followActiveTab(model);
	/** From now on this is the active tab. */
	const setTab = (id: number, next: string | null, status = 'complete') => {
		const tab = { id, windowId: 1, url: next, status };
		Object.assign(fakeBrowser.tabs, { query: async () => [tab], get: async () => tab });
	};
	/** Another tab becomes active. */
	const activate = async (id: number, next: string | null) => {
		setTab(id, next);
		await fire('tabs.onActivated', { tabId: id });
	};
	return { ...opened, tabs, fire, setTab, activate };
}

/** Opens the popup on Thursday 26 November 2026, over a tab (with `url` null, its address is withheld). */
export async function openPopup(
	answers: Answers = {},
	url: string | null = 'https://moodle.cfa.example/course/view.php',
	isPanel = false,
) {
	const given: Answers = { ...NOTHING, ...answers };
	const { value: listed } = given['site/list'] as { value?: readonly SiteState[] };
	/** Of a host that is followed if it is listed. */
	const following = ({ host }: { host: string }) => {
		const site = (listed ?? []).find((each) => each.host === host);
		const isManaged = site?.isManaged ?? false;
		return { ok: true, value: { isListed: Boolean(site), isManaged, suspension: null, pattern: `*://${host}/*` } };
	};
	const asked = fakeBackground({ 'site/state': following, ...given });
	const tabs = {
		query: async () => [{ id: 7, windowId: 1, url }],
		reload: vi.fn(async () => {}),
		create: vi.fn(async () => {}),
	};
	Object.assign(fakeBrowser.tabs, tabs);
	let push: (visit: LiveVisit | null) => void = () => {};
	const port = {
		onMessage: { addListener: (listener: typeof push) => (push = listener) },
		onDisconnect: { addListener() {} },
		disconnect() {},
	};
	Object.assign(fakeBrowser.runtime, { connect: () => port, getURL: (path: string) => `chrome-extension://id${path}` });
	vi.spyOn(window, 'close').mockImplementation(() => {});
	const model = createPopupModel(() => new Date(2026, 10, 26, 15), { isPanel });
	draw(() => <App model={model} />);
	await model.start();
	await settle();
	/** Sends the next state of the tab's visit. */
	const pushVisit = async (visit: LiveVisit | null) => {
		push(visit);
		await settle();
	};
	return { model, asked, tabs, pushVisit };
}

/** The reply for a tab with this visit. */
export const measured = (visit: LiveVisit): Answers => ({ 'visit/get': { ok: true, value: visit } });
