import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { quietly } from '@/utils/observe/page-world/wrap';
import { ASK_AVOIDED_EVENT, AVOIDED_EVENT } from '@/utils/sober/events';
import { Hidden } from '@/utils/sober/hidden';
import { Preload } from '@/utils/sober/preload';
import { Quality } from '@/utils/sober/quality';
import { isFirst, underSwitch } from '@/utils/sober/switches';

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

/** Speaks to the film players of the page, in the page's own world, and only where sober mode is on. */
export default defineUnlistedScript(() => quietly(start));
