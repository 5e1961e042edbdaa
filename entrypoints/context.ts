import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CONTEXT_READER } from '@/utils/core/platforms/context-reader';
import type { Platform } from '@/utils/core/platforms/platform';
import { readContext } from '@/utils/core/platforms/read-context';
import { createPageView } from '@/utils/page/observe/page-view';

/**
 * Puts a function on the isolated world's global that reads the course context of the page. The background calls it with the
 * catalogue's entries as argument: see `read-tab.ts`.
 */
export default defineUnlistedScript(() => {
	(globalThis as Record<string, unknown>)[CONTEXT_READER] = (platforms: readonly Platform[]) =>
		readContext(createPageView(document), platforms);
});
