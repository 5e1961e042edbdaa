import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { MediaWatch } from '@/utils/page/media/media';
import { MEDIA_DOCK, type MediaDock } from '@/utils/page/media/media-sensor';

/** Comes into frames that hold media, where the observer waits for it. */
export default defineUnlistedScript(() => {
	try {
		(globalThis as { [MEDIA_DOCK]?: MediaDock })[MEDIA_DOCK]?.((sensor, onChange) => new MediaWatch(sensor, onChange));
	} catch {
		// We are guests in someone's course: media that cannot be watched here are not watched.
	}
});
