import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readAudit } from '@/utils/page/audit/read-audit';

/** The returned value is the script's result for the background (`scripting.executeScript`): see `utils/page/audit`. */
export default defineUnlistedScript(() => {
	try {
		return readAudit();
	} catch {
		// Never throw in someone else's page: what cannot be inspected is left out.
		return null;
	}
});
