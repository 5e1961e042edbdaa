import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Autoplay } from '@/utils/page/sober/autoplay';
import { OffScreen } from '@/utils/page/sober/off-screen';
import { SaveData } from '@/utils/page/sober/save-data';
import { isFirst, underSwitch } from '@/utils/page/sober/switches';
import { quietly } from '@/utils/page/world/wrap';

/** Runs in the page's own world, before the page does, and only where sober mode is on. */
export default defineUnlistedScript(() =>
	quietly(() => {
		if (isFirst('sober-world'))
			underSwitch({ autoplay: new Autoplay(), 'save-data': new SaveData(), 'off-screen': new OffScreen() });
	}),
);
