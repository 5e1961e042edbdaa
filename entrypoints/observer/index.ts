import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FrameReporter } from './report';

/** Set on the isolated world's global once a frame is observed: two registrations may both inject into it. */
const MARK = Symbol.for('sobrio');

function start(): void {
	const world = globalThis as { [MARK]?: FrameReporter };
	if (world[MARK]?.isAlive) return;
	world[MARK] = new FrameReporter();
}

export default defineUnlistedScript(() => {
	try {
		const { prerendering } = document as { prerendering?: boolean };
		if (prerendering) document.addEventListener('prerenderingchange', start, { once: true });
		else start();
	} catch {
		// We are guests in someone's course: what cannot be observed here is not observed.
	}
});
