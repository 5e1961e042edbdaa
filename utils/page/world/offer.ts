import type { ChannelName } from '@/utils/page/channel/events';
import { isBeforeScripts, isOfTopPage, onFirstChange } from '@/utils/page/channel/frame';
import { quietly } from '@/utils/page/quietly';
import { bare, dispatch, listen } from './natives';

const NAME_BYTES = 16;

const NativeEvent = CustomEvent;
const NativeFocusEvent = FocusEvent;

/** A channel as the script in the page's own world sees it. */
export class OfferedChannel {
	/** An element outside any document: see `utils/page/channel/events.ts`. Its id is a random name. */
	readonly node: Element = document.createElement('p');

	constructor() {
		const bytes = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
		for (let index = 0; index < NAME_BYTES; index++) this.node.id += (bytes[index] as number).toString(36);
	}

	/** Offers it to the frame's isolated world; false if nothing there waits for it. */
	offer(name: ChannelName): boolean {
		const relatedTarget = this.node;
		return !dispatch(document, new NativeFocusEvent(name, bare({ cancelable: true, relatedTarget })));
	}

	on(type: string, listener: (event: Event) => void): void {
		listen(this.node, type, (event) => quietly(() => listener(event)));
	}

	/** `detail` is a text: Firefox passes no object of the page to the isolated world without a wrapper. */
	send(type: string, detail?: string): void {
		dispatch(this.node, new NativeEvent(type, bare({ detail })));
	}

	/** Announces a node, by default on the channel. */
	sendNode(type: string, relatedTarget: Element, target: EventTarget = this.node): void {
		dispatch(target, new NativeFocusEvent(type, bare({ relatedTarget })));
	}
}

/**
 * Runs a script of the page's own world, once in a frame: at once in a page whose scripts have not run, else when the isolated
 * world takes its channel. In a frame of another origin it is injected again once its tab is known to be followed.
 */
export function runInPage(name: ChannelName, run: (channel: OfferedChannel) => void): void {
	const channel = new OfferedChannel();
	const isEarly = isOfTopPage() && isBeforeScripts();
	const isTaken = channel.offer(name);
	// The script of the isolated world may come second.
	if (isEarly && !isTaken) onFirstChange(() => void channel.offer(name));
	if (isEarly || isTaken) run(channel);
}
