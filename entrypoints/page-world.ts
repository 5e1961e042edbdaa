import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hookBodies } from '@/utils/page/world/bodies';
import { hookMedia } from '@/utils/page/world/media';
import { hookPeers } from '@/utils/page/world/peers';
import { hookReaders } from '@/utils/page/world/readers';
import { hookParts, hookSending } from '@/utils/page/world/requests';
import { hookSockets } from '@/utils/page/world/sockets';
import { hookStreams } from '@/utils/page/world/streams';
import { createTally } from '@/utils/page/world/tally';
import { hookWorkers } from '@/utils/page/world/workers';
import { quietly } from '@/utils/page/world/wrap';

/** Runs in the page's own world, before the page does. */
export default defineUnlistedScript(() =>
	quietly(() => {
		let readPeers = () => {};
		const tally = createTally(() => readPeers());
		if (!tally) return;
		hookSockets(tally);
		quietly(hookMedia);
		let noteLoaded: ReturnType<typeof hookBodies> | undefined;
		// Firefox counts what is sent and what has no length by itself.
		if (!import.meta.env.FIREFOX) {
			quietly(() => hookSending(tally));
			quietly(() => {
				noteLoaded = hookBodies(tally);
			});
		}
		quietly(() => hookParts(tally, noteLoaded));
		quietly(() => hookReaders(tally));
		quietly(() => hookStreams(tally));
		hookWorkers(tally);
		quietly(() => {
			readPeers = hookPeers(tally);
		});
	}),
);
