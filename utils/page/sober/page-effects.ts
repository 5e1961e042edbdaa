import { EFFECTS, readActions, type SoberAction } from '@/utils/core/sober/effects';
import { quietly } from '@/utils/page/world/wrap';
import { EFFECTS_EVENT } from './events';

/** An effect that can be started and stopped any number of times. */
export interface PageEffect {
	start(): void;
	stop(): void;
	addVideo?(video: HTMLVideoElement): void;
}

/**
 * Starts and stops effects in the page's own world as the isolated world asks for them. In a page that is still loading, all
 * effects of sober mode are on until then.
 */
export function runEffects(effects: Partial<Record<SoberAction, PageEffect>>): void {
	const named = Object.entries(effects) as [SoberAction, PageEffect][];
	let observer: MutationObserver | null = null;
	const inspect = (node: Node) => {
		if (!(node instanceof Element)) return;
		// The sources of a video may be added after it.
		const parent = node.closest('video');
		for (const video of parent ? [parent] : node.getElementsByTagName('video'))
			for (const [, effect] of named) quietly(() => effect.addVideo?.(video));
	};
	const apply = (wanted: readonly SoberAction[]) => {
		for (const [name, effect] of named) quietly(() => (wanted.includes(name) ? effect.start() : effect.stop()));
		if (wanted.length === 0) {
			observer?.disconnect();
			observer = null;
		} else if (!observer) {
			observer = new MutationObserver((changes) => {
				for (const { addedNodes } of changes) for (const node of addedNodes) inspect(node);
			});
			observer.observe(document, { childList: true, subtree: true });
		}
	};
	document.addEventListener(EFFECTS_EVENT, (event) => apply(readActions((event as CustomEvent).detail)));
	if (isPageLoading()) apply(EFFECTS);
}

/** True at the first call with this name in a document: a script may be injected into one frame twice. */
export function isFirstInjection(name: string): boolean {
	const event = `sobrio:${name}`;
	if (!document.dispatchEvent(new Event(event, { cancelable: true }))) return false;
	document.addEventListener(event, (repeated) => repeated.preventDefault());
	return true;
}

/** False where the script was injected into a page that was already open. */
export function isPageLoading(): boolean {
	return document.readyState === 'loading';
}
