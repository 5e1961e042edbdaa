import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hookBodies } from '@/utils/page/world/bodies';
import { createCounters } from '@/utils/page/world/counters';
import { hookFiles, hookMedia } from '@/utils/page/world/media';
import { hookPeers } from '@/utils/page/world/peers';
import { hookReaders } from '@/utils/page/world/readers';
import { hookDownloads, hookUploads } from '@/utils/page/world/requests';
import { hookSockets } from '@/utils/page/world/sockets';
import { hookStreams } from '@/utils/page/world/streams';
import { hookWorkers } from '@/utils/page/world/workers';
import { quietly } from '@/utils/page/world/wrap';

/** Runs in the page's own world, before the page's scripts. Each hook works without the others. */
export default defineUnlistedScript(() =>
	quietly(() => {
		let readPeers = () => {};
		const counters = createCounters(() => readPeers());
		if (!counters) return;
		hookSockets(counters);
		quietly(hookMedia);
		quietly(hookFiles);
		let noteLoaded: ReturnType<typeof hookBodies> | undefined;
		// Firefox itself counts request bodies and responses without a length.
		if (!import.meta.env.FIREFOX) {
			quietly(() => hookUploads(counters));
			quietly(() => {
				noteLoaded = hookBodies(counters);
			});
		}
		quietly(() => hookDownloads(counters, noteLoaded));
		quietly(() => hookReaders(counters));
		quietly(() => hookStreams(counters));
		hookWorkers(counters);
		quietly(() => {
			readPeers = hookPeers(counters);
		});
	}),
);
