import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageView } from '@/utils/observe/page-view';
import { PLACE_READER } from '@/utils/platforms/place-reader';
import type { Platform } from '@/utils/platforms/platform';
import { readPlace } from '@/utils/platforms/read-place';

/** Leaves in the frame's isolated world what reads its place by the catalogue's entries that it is given. */
export default defineUnlistedScript(() => {
	(globalThis as Record<string, unknown>)[PLACE_READER] = (platforms: readonly Platform[]) =>
		readPlace(createPageView(document), platforms);
});
