import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Autoplay } from '@/utils/page/sober/effects/autoplay';
import { OffScreen } from '@/utils/page/sober/effects/off-screen';
import { SaveData } from '@/utils/page/sober/effects/save-data';
import { isFirstInjection, runEffects } from '@/utils/page/sober/page-effects';
import { quietly } from '@/utils/page/world/wrap';

/** Runs in the page's own world, before the page's scripts, and only where sober mode is on. */
export default defineUnlistedScript(() =>
	quietly(() => {
		if (isFirstInjection('sober-world'))
			runEffects({ autoplay: new Autoplay(), 'save-data': new SaveData(), 'off-screen': new OffScreen() });
	}),
);
