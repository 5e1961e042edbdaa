import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PAGE_WORLD } from '@/utils/page/channel/events';
import { TakenChannel } from '@/utils/page/channel/take';
import { FRAME_MARK } from '@/utils/page/observe/frame-mark';
import { FrameReporter } from '@/utils/page/observe/frame-reporter';
import { quietly } from '@/utils/page/quietly';

/**
 * A tab that goes to about:blank. Firefox still matches it with the site that was open before, so the script is injected:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/content_scripts#match_about_blank
 */
const isEmptyTab = () => window === window.top && location.protocol === 'about:';

function start(): void {
	const world = globalThis as { [FRAME_MARK]?: FrameReporter };
	const before = world[FRAME_MARK];
	if (before?.isAlive) return;
	// Before the page's scripts run, even in a page that is only prepared for showing later.
	const channel = new TakenChannel(PAGE_WORLD);
	const observe = () => {
		world[FRAME_MARK] = new FrameReporter(channel, before?.hasObserved);
	};
	const { prerendering } = document as { prerendering?: boolean };
	if (prerendering) document.addEventListener('prerenderingchange', observe, { once: true });
	else observe();
}

export default defineUnlistedScript(() =>
	quietly(() => {
		if (!(import.meta.env.FIREFOX && isEmptyTab())) start();
	}),
);
