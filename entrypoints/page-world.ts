import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PAGE_WORLD } from '@/utils/page/channel/events';
import { quietly } from '@/utils/page/quietly';
import { hookLeaving } from '@/utils/page/world/answers/answer';
import { GrowthWatch } from '@/utils/page/world/answers/growth';
import { hookAnswerRequests } from '@/utils/page/world/answers/requests';
import { hookResponses } from '@/utils/page/world/answers/responses';
import { hookAnswerSockets } from '@/utils/page/world/answers/sockets';
import { hookBodies } from '@/utils/page/world/bodies';
import { createCounters } from '@/utils/page/world/counters';
import { hookFetches } from '@/utils/page/world/fetches';
import { hookForms } from '@/utils/page/world/forms';
import { hookFiles, hookMedia } from '@/utils/page/world/media';
import { type OfferedChannel, runInPage } from '@/utils/page/world/offer';
import { hookPeers } from '@/utils/page/world/peers';
import { hookReaders } from '@/utils/page/world/readers';
import { hookBeacons, hookDownloads, hookLogins, hookRequests, noteHints } from '@/utils/page/world/requests';
import { hookSockets } from '@/utils/page/world/sockets';
import { hookStreams } from '@/utils/page/world/streams';
import { hookTaps } from '@/utils/page/world/taps';
import { Uploads } from '@/utils/page/world/uploads';
import { hookWindows } from '@/utils/page/world/windows';
import { hookWorkers } from '@/utils/page/world/workers';

/** Each hook works without the others. */
function hook(channel: OfferedChannel): void {
	let readPeers = () => {};
	let lookAtWindows = () => {};
	const counters = createCounters(
		channel,
		() => readPeers(),
		() => lookAtWindows(),
	);
	let hidden: ReturnType<typeof hookBodies> | undefined;
	let growth: GrowthWatch | undefined;
	quietly(() => {
		growth = new GrowthWatch();
	});
	let addTap: ReturnType<typeof hookTaps> = () => {};
	const hooks = [
		() => hookSockets(counters),
		() => hookMedia(channel),
		() => hookFiles(channel),
		() => {
			// Firefox itself counts request bodies and responses without a length.
			if (import.meta.env.FIREFOX) return;
			const uploads = new Uploads(counters);
			quietly(() => noteHints(counters));
			quietly(() => hookFetches(uploads));
			quietly(() => hookBeacons(uploads));
			quietly(() => hookRequests(uploads));
			quietly(() => hookForms((bytes) => uploads.add(bytes, false)));
			hidden = hookBodies(counters);
		},
		() => hookDownloads(counters, hidden?.noteLoaded),
		() => {
			addTap = hookTaps();
		},
		() => hookReaders(counters, addTap, hidden),
		() => hookStreams(counters),
		() => hookWorkers(counters),
		() => hookLogins(counters),
		() => {
			lookAtWindows = hookWindows(counters);
		},
		() => hookResponses(counters, addTap, growth),
		() => hookAnswerRequests(counters),
		hookLeaving,
		() => hookAnswerSockets(counters, growth),
		() => {
			readPeers = hookPeers(counters);
		},
	];
	for (const each of hooks) quietly(each);
}

/** Runs in the page's own world, before the page's scripts. */
export default defineUnlistedScript(() => quietly(() => runInPage(PAGE_WORLD, hook)));
