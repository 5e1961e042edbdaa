import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageView } from '@/utils/observe/page-view';
import { detectPlace } from '@/utils/platforms/detect';
import { isHostedHost } from '@/utils/platforms/hosted';
import type { Detection } from './popup/services';

/** Run once in the tab when the popup asks; its value is the result of `scripting.executeScript`. */
export default defineUnlistedScript((): Detection => {
	return { place: detectPlace(createPageView(document)), isHosted: isHostedHost(location.hostname) };
});
