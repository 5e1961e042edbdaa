import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { AVOIDED_EVENT, READ_AVOIDED_EVENT, SOBER_PLAYERS } from '@/utils/page/channel/events';
import { quietly } from '@/utils/page/quietly';
import { Hidden } from '@/utils/page/sober/effects/hidden';
import { Preload } from '@/utils/page/sober/effects/preload';
import { limitEffects } from '@/utils/page/sober/limits';
import { runEffects } from '@/utils/page/sober/page-effects';
import { Quality } from '@/utils/page/sober/quality';
import { encodeReport } from '@/utils/page/sober/report';
import { type OfferedChannel, runInPage } from '@/utils/page/world/offer';

function start(channel: OfferedChannel): void {
	const preload = new Preload();
	const quality = new Quality((player) => preload.addPlayer(player));
	const hidden = new Hidden(
		(video) => quality.playerOf(video),
		(player) => quality.recap(player),
		(player) => quality.reduce(player),
	);
	channel.on(READ_AVOIDED_EVENT, () => {
		const { avoidedBytes, hasThinManifest: isStuck, cappableCount } = quality;
		channel.send(AVOIDED_EVENT, encodeReport({ avoidedBytes, isStuck, cappableCount }));
	});
	runEffects(channel, { ...limitEffects((lines) => quality.limit(lines)), preload, quality, hidden });
}

/** Controls the video players of the page, in the page's own world, and only where sober mode is on. */
export default defineUnlistedScript(() => quietly(() => runInPage(SOBER_PLAYERS, start)));
