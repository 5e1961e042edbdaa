import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readWaste } from '@/utils/observe/waste/read-waste';

/** Its last value is what the background gets of the frame: see `utils/observe/waste`. */
export default defineUnlistedScript(() => readWaste());
