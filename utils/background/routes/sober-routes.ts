import type { Parts } from '@/utils/background/parts';
import type { PageHandlers } from './router';

type SoberMessage = 'sober/get' | 'sober/switch' | 'sober/effect' | 'sober/act';

/** Handles what the popup requests of sober mode. */
export function soberRoutes({ sober }: Parts): Pick<PageHandlers, SoberMessage> {
	return {
		'sober/get': ({ host, tabId }) => sober.state(host, tabId),
		'sober/switch': async ({ host, isOn }) => {
			await sober.switch(host, isOn);
			return null;
		},
		'sober/effect': async ({ effect, isOn }) => {
			await sober.switchEffect(effect, isOn);
			return null;
		},
		'sober/act': async ({ host, tabId, action, isOn }) => {
			await sober.act(host, tabId, action, isOn);
			return null;
		},
	};
}
