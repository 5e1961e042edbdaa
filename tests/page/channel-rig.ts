import { PAGE_WORLD } from '@/utils/page/channel/events';
import { TakenChannel } from '@/utils/page/channel/take';
import { OfferedChannel } from '@/utils/page/world/offer';

/** The two ends of a channel, as after the start of a page. */
export function joinWorlds(): { taken: TakenChannel; offered: OfferedChannel } {
	const taken = new TakenChannel(PAGE_WORLD);
	const offered = new OfferedChannel();
	if (!offered.offer(PAGE_WORLD)) taken.open(() => offered.offer(PAGE_WORLD));
	return { taken, offered };
}
