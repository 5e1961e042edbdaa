import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageView } from '@/utils/observe/page-view';
import { detectPlace } from '@/utils/platforms/detect';
import type { Detection } from '@/utils/platforms/detection';
import { isHostedHost } from '@/utils/platforms/hosted';

export type { Detection };

/** Run once in a tab by the popup or the background; its value is the result of `scripting.executeScript`. */
export default defineUnlistedScript((): Detection => {
	return { place: detectPlace(createPageView(document)), isHosted: isHostedHost(location.hostname) };
});
