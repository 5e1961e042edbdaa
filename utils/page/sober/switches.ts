import { EFFECTS, type SoberAction } from '@/utils/core/sober/effects';
import { readActions } from '@/utils/core/sober/read-actions';
import { quietly } from '@/utils/page/world/wrap';
import { EFFECTS_EVENT } from './events';

/** An effect that can be switched on and off, any number of times. */
export interface Switch {
	start(): void;
	stop(): void;
	/** A video that has just come into the page. */
	meet?(video: HTMLVideoElement): void;
}

/**
 * Puts effects of the page's own world under the switch of the other world. In a page that just begins, all of sober mode is
 * on until it says what is wanted.
 */
export function underSwitch(switches: Partial<Record<SoberAction, Switch>>): void {
	const named = Object.entries(switches) as [SoberAction, Switch][];
	let observer: MutationObserver | null = null;
	const look = (node: Node) => {
		if (!(node instanceof Element)) return;
		// A video's sources may come after it.
		const around = node.closest('video');
		for (const video of around ? [around] : node.getElementsByTagName('video'))
			for (const [, each] of named) quietly(() => each.meet?.(video));
	};
	const apply = (wanted: readonly SoberAction[]) => {
		for (const [effect, each] of named) quietly(() => (wanted.includes(effect) ? each.start() : each.stop()));
		if (wanted.length === 0) {
			observer?.disconnect();
			observer = null;
		} else if (!observer) {
			observer = new MutationObserver((changes) => {
				for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
			});
			observer.observe(document, { childList: true, subtree: true });
		}
	};
	document.addEventListener(EFFECTS_EVENT, (event) => apply(readActions((event as CustomEvent).detail)));
	if (isBeginning()) apply(EFFECTS);
}

/** True once for each name in a document: two injections may meet in one frame. */
export function isFirst(name: string): boolean {
	const event = `sobrio:${name}`;
	if (!document.dispatchEvent(new Event(event, { cancelable: true }))) return false;
	document.addEventListener(event, (asked) => asked.preventDefault());
	return true;
}

/** True where this script came with the page; false where it was injected into one that is open. */
export function isBeginning(): boolean {
	return document.readyState === 'loading';
}
