import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FRAME_MARK } from '@/utils/page/observe/frame-mark';
import { FrameReporter } from '@/utils/page/observe/frame-reporter';
import { quietly } from '@/utils/page/world/wrap';

/**
 * A tab that goes to about:blank. Firefox still matches it with the site that was open before, so the script is injected:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/content_scripts#match_about_blank
 */
const isEmptyTab = () => window === window.top && location.protocol === 'about:';

function start(): void {
	const world = globalThis as { [FRAME_MARK]?: FrameReporter };
	if (world[FRAME_MARK]?.isAlive) return;
	world[FRAME_MARK] = new FrameReporter();
}

export default defineUnlistedScript(() =>
	quietly(() => {
		const { prerendering } = document as { prerendering?: boolean };
		if (import.meta.env.FIREFOX && isEmptyTab()) return;
		if (prerendering) document.addEventListener('prerenderingchange', start, { once: true });
		else start();
	}),
);
