import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FRAME_MARK } from '@/utils/page/observe/frame-mark';
import { FrameReporter } from '@/utils/page/observe/report';

/** Firefox takes the empty page that a tab goes to for the site it was on. Nobody studies there. */
const isEmptyTab = () => window === window.top && location.protocol === 'about:';

function start(): void {
	const world = globalThis as { [FRAME_MARK]?: FrameReporter };
	if (world[FRAME_MARK]?.isAlive) return;
	world[FRAME_MARK] = new FrameReporter();
}

export default defineUnlistedScript(() => {
	try {
		const { prerendering } = document as { prerendering?: boolean };
		if (import.meta.env.FIREFOX && isEmptyTab()) return;
		if (prerendering) document.addEventListener('prerenderingchange', start, { once: true });
		else start();
	} catch {
		// We are guests in someone's course: what cannot be observed here is not observed.
	}
});
