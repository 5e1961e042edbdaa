import type { FrameHandlers, PageHandlers } from './routes';
import type { Sober } from './sober';

/** What the popup may ask of sober mode. */
export function soberPages(sober: Sober): Pick<PageHandlers, 'sober/get' | 'sober/switch' | 'sober/effect'> {
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
	};
}

/** What frames in sober mode ask and say. */
export function soberFrames(sober: Sober): Pick<FrameHandlers, 'soberEffects' | 'soberReport'> {
	return {
		soberEffects: (tabUrl) => sober.effectsOn(URL.canParse(tabUrl) ? new URL(tabUrl).hostname : '').join(),
		soberReport(sender, said) {
			sober.report(sender, said);
			return null;
		},
	};
}
