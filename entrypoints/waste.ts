import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readWaste } from '@/utils/page/waste/read-waste';

/** The returned value is the script's result for the background (`scripting.executeScript`): see `utils/page/waste`. */
export default defineUnlistedScript(() => {
	try {
		return readWaste();
	} catch {
		// Never throw in someone else's page: what cannot be inspected is left out.
		return null;
	}
});
