import type { Parts } from '@/utils/background/parts';
import { chooseLimit, switchBattery } from '@/utils/settings/sober-mode';
import type { PageHandlers } from './router';

/** Handles what the popup and the settings request of sober mode. */
export function soberRoutes({ sober }: Parts) {
	return {
		'sober/get': ({ host, tabId }) => sober.state(host, tabId),
		'sober/switch': ({ host, isOn }) => sober.switch(host, isOn),
		'sober/effect': ({ effect, isOn }) => sober.switchEffect(effect, isOn),
		'sober/limit': ({ limitLines }) => chooseLimit(limitLines).then(() => sober.reload()),
		'sober/battery': ({ isOn }) => switchBattery(isOn).then(() => sober.reload()),
		'sober/act': ({ host, tabId, action, isOn }) => sober.act(host, tabId, action, isOn),
	} satisfies Partial<PageHandlers>;
}
