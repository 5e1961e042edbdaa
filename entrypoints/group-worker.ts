import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCollector, type GroupReply, type GroupRequest } from '@/utils/core/group/collector';
import { dayOf } from '@/utils/core/units/day';

/** What a worker has of the functions of its thread. */
interface WorkerScope {
	onmessage: ((event: MessageEvent<GroupRequest>) => void) | null;
	postMessage(reply: GroupReply): void;
}

/** Reads and adds up the files of the group's view, so that its page is never blocked. */
export default defineUnlistedScript(() => {
	const scope = globalThis as unknown as WorkerScope;
	const turn = new MessageChannel();
	let published = '';
	const handle = createCollector({
		today: dayOf(new Date()),
		reply: (reply) => scope.postMessage(reply),
		// Not a timer, which waits for 4 ms.
		pause: () =>
			new Promise((resolve) => {
				turn.port1.onmessage = () => resolve();
				turn.port2.postMessage(null);
			}),
		// Not in the page, which would wait for the browser’s process: for long where that is busy with the bytes of the file.
		publish: (file) => {
			URL.revokeObjectURL(published);
			published = URL.createObjectURL(file);
			return published;
		},
	});
	scope.onmessage = ({ data }) => void handle(data);
});
