import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PLACE_READER } from '@/utils/core/platforms/place-reader';
import type { Platform } from '@/utils/core/platforms/platform';
import { readPlace } from '@/utils/core/platforms/read-place';
import { createPageView } from '@/utils/page/observe/page-view';

/** Leaves in the frame's isolated world what reads its place by the catalogue's entries that it is given. */
export default defineUnlistedScript(() => {
	(globalThis as Record<string, unknown>)[PLACE_READER] = (platforms: readonly Platform[]) =>
		readPlace(createPageView(document), platforms);
});
