import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageView } from '@/utils/observe/page-view';
import { detectPlace } from '@/utils/platforms/detect';
import { isHostedHost } from '@/utils/platforms/hosted';
import type { DetectedPlace } from '@/utils/platforms/read-place';

/** What the popup learns of a page that is not measured. */
export interface Detection {
	readonly place: DetectedPlace | null;
	/** True when the page's host is one of the platforms granted at install. */
	readonly isHosted: boolean;
}

/** Run once in the tab when the popup asks; its value is the result of `scripting.executeScript`. */
export default defineUnlistedScript((): Detection => {
	return { place: detectPlace(createPageView(document)), isHosted: isHostedHost(location.hostname) };
});
