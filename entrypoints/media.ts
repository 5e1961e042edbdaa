import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ATTACH_MEDIA, type AttachMedia } from '@/utils/page/media/media-sensor';
import { MediaWatch } from '@/utils/page/media/media-watch';
import { quietly } from '@/utils/page/quietly';

/** Injected into frames that hold media, at the request of their observer (see `MediaSensor`). */
export default defineUnlistedScript(() =>
	quietly(() => {
		const { [ATTACH_MEDIA]: attach } = globalThis as { [ATTACH_MEDIA]?: AttachMedia };
		attach?.((sensor, onChange) => new MediaWatch(sensor, onChange));
	}),
);
