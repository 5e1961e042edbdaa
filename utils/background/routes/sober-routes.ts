import type { Sober } from '@/utils/background/sober/sober';
import type { FrameHandlers, PageHandlers } from './router';

/** What the popup may ask of sober mode. */
export function soberPages(
	sober: Sober,
): Pick<PageHandlers, 'sober/get' | 'sober/switch' | 'sober/effect' | 'sober/act'> {
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

/** What frames in sober mode ask and say. */
export function soberFrames(
	sober: Sober,
	greet: (tabId: number) => void,
): Pick<FrameHandlers, 'soberEffects' | 'soberReport'> {
	return {
		soberEffects({ tabId }, tabUrl) {
			// One that comes into an open page must hear whether somebody watches.
			greet(tabId);
			return sober.actionsIn(tabId, URL.canParse(tabUrl) ? new URL(tabUrl).hostname : '').join();
		},
		soberReport(sender, report) {
			sober.report(sender, report);
			return null;
		},
	};
}
