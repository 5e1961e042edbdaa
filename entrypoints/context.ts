import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PLACE_READER } from '@/utils/core/platforms/context-reader';
import type { Platform } from '@/utils/core/platforms/platform';
import { readContext } from '@/utils/core/platforms/read-context';
import { createPageView } from '@/utils/page/observe/page-view';

/** Leaves in the frame's isolated world what reads its place by the catalogue's entries that it is given. */
export default defineUnlistedScript(() => {
	(globalThis as Record<string, unknown>)[PLACE_READER] = (platforms: readonly Platform[]) =>
		readContext(createPageView(document), platforms);
});
