import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readWaste } from '@/utils/page/waste/read-waste';

/** Its last value is what the background gets of the frame: see `utils/page/waste`. */
export default defineUnlistedScript(() => {
	try {
		return readWaste();
	} catch {
		// We are guests in someone's course: what cannot be looked at here is not looked at.
		return null;
	}
});
