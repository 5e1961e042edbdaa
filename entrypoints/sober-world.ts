import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SOBER_WORLD } from '@/utils/page/channel/events';
import { quietly } from '@/utils/page/quietly';
import { Autoplay } from '@/utils/page/sober/effects/autoplay';
import { OffScreen } from '@/utils/page/sober/effects/off-screen';
import { SaveData } from '@/utils/page/sober/effects/save-data';
import { runEffects } from '@/utils/page/sober/page-effects';
import { runInPage } from '@/utils/page/world/offer';

/** Runs in the page's own world, before the page's scripts, and only where sober mode is on. */
export default defineUnlistedScript(() =>
	quietly(() =>
		runInPage(SOBER_WORLD, (channel) =>
			runEffects(channel, { autoplay: new Autoplay(), 'save-data': new SaveData(), 'off-screen': new OffScreen() }),
		),
	),
);
