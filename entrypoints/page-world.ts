import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hookMedia } from '@/utils/observe/page-world/media';
import { hookPeers } from '@/utils/observe/page-world/peers';
import { hookSockets } from '@/utils/observe/page-world/sockets';
import { createTally } from '@/utils/observe/page-world/tally';
import { quietly } from '@/utils/observe/page-world/wrap';

/** Runs in the page's own world, before the page does. */
export default defineUnlistedScript(() =>
	quietly(() => {
		let readPeers = () => {};
		const tally = createTally(() => readPeers());
		if (!tally) return;
		hookSockets(tally);
		quietly(hookMedia);
		quietly(() => {
			readPeers = hookPeers(tally);
		});
	}),
);
