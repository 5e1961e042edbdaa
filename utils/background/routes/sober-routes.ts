import type { Parts } from '@/utils/background/parts';
import type { PageHandlers } from './router';

/** Handles what the popup requests of sober mode. */
export function soberRoutes({ sober }: Parts) {
	return {
		'sober/get': ({ host, tabId }) => sober.state(host, tabId),
		'sober/switch': ({ host, isOn }) => sober.switch(host, isOn),
		'sober/effect': ({ effect, isOn }) => sober.switchEffect(effect, isOn),
		'sober/limit': ({ limitLines }) => sober.chooseLimit(limitLines),
		'sober/act': ({ host, tabId, action, isOn }) => sober.act(host, tabId, action, isOn),
	} satisfies Partial<PageHandlers>;
}
