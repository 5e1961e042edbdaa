import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Hidden } from '@/utils/page/sober/effects/hidden';
import { Preload } from '@/utils/page/sober/effects/preload';
import { AVOIDED_EVENT, encodeReport, READ_AVOIDED_EVENT } from '@/utils/page/sober/events';
import { isFirstInjection, runEffects } from '@/utils/page/sober/page-effects';
import { Quality } from '@/utils/page/sober/quality';
import { quietly } from '@/utils/page/world/wrap';

function start(): void {
	if (!isFirstInjection('sober-players')) return;
	const preload = new Preload();
	const quality = new Quality((player) => preload.addPlayer(player));
	const hidden = new Hidden(
		(video) => quality.playerOf(video),
		(player) => quality.recap(player),
	);
	document.addEventListener(READ_AVOIDED_EVENT, () => {
		const { avoidedBytes, hasThinManifest: isStuck, cappableCount } = quality;
		const detail = encodeReport({ avoidedBytes, isStuck, cappableCount });
		document.dispatchEvent(new CustomEvent(AVOIDED_EVENT, { detail }));
	});
	runEffects({ preload, quality, hidden });
}

/** Controls the video players of the page, in the page's own world, and only where sober mode is on. */
export default defineUnlistedScript(() => quietly(start));
