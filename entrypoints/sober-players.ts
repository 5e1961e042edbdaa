import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ASK_AVOIDED_EVENT, AVOIDED_EVENT } from '@/utils/page/sober/events';
import { Hidden } from '@/utils/page/sober/hidden';
import { Preload } from '@/utils/page/sober/preload';
import { Quality } from '@/utils/page/sober/quality';
import { isFirst, underSwitch } from '@/utils/page/sober/switches';
import { quietly } from '@/utils/page/world/wrap';

function start(): void {
	if (!isFirst('sober-players')) return;
	const preload = new Preload();
	const quality = new Quality((player) => preload.meetPlayer(player));
	const hidden = new Hidden(
		(video) => quality.playerOf(video),
		(player) => quality.recap(player),
	);
	document.addEventListener(ASK_AVOIDED_EVENT, () => {
		const detail = [Math.round(quality.avoidedBytes), +quality.isListThinned, quality.cappableCount].join(' ');
		document.dispatchEvent(new CustomEvent(AVOIDED_EVENT, { detail }));
	});
	underSwitch({ preload, quality, hidden });
}

/** Speaks to the video players of the page, in the page's own world, and only where sober mode is on. */
export default defineUnlistedScript(() => quietly(start));
