import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A registered content script. */
export interface Registration {
	readonly id: string;
	readonly matches: readonly string[];
	readonly excludeMatches?: readonly string[];
}

/** Lets the fake browser register content scripts, with no host granted; returns those that are registered. */
export function useFakeScripts(): () => readonly Registration[] {
	let registered: readonly Registration[] = [];
	fakeBrowser.permissions.contains = (async () => false) as never;
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => registered,
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			registered = registered.filter(({ id }) => !ids.includes(id));
		},
		registerContentScripts: async (scripts: Registration[]) => {
			registered = [...registered, ...scripts];
		},
		updateContentScripts: async (scripts: Registration[]) => {
			registered = registered.map((each) => scripts.find(({ id }) => id === each.id) ?? each);
		},
	});
	return () => registered;
}
