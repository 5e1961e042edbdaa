import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { quietly } from '@/utils/observe/page-world/wrap';
import { Autoplay } from '@/utils/sober/autoplay';
import { OffScreen } from '@/utils/sober/off-screen';
import { SaveData } from '@/utils/sober/save-data';
import { isFirst, underSwitch } from '@/utils/sober/switches';

/** Runs in the page's own world, before the page does, and only where sober mode is on. */
export default defineUnlistedScript(() =>
	quietly(() => {
		if (isFirst('sober-world'))
			underSwitch({ autoplay: new Autoplay(), 'save-data': new SaveData(), 'off-screen': new OffScreen() });
	}),
);
