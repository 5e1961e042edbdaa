import { EFFECTS, type SoberAction } from '@/utils/core/sober/effects';
import { EFFECTS_EVENT } from '@/utils/page/channel/events';
import { isOfTopPage, isPageLoading } from '@/utils/page/channel/frame';
import { quietly } from '@/utils/page/quietly';
import { caller, OwnMap, reader } from '@/utils/page/world/natives';
import type { OfferedChannel } from '@/utils/page/world/offer';

const indexOf = caller(String.prototype, 'indexOf');
const detailOf = reader(CustomEvent.prototype, 'detail');

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
export function runEffects(channel: OfferedChannel, effects: Partial<Record<SoberAction, PageEffect>>): void {
	const named = Object.entries(effects) as [SoberAction, PageEffect][];
	let observer: MutationObserver | null = null;
	const inspect = (node: Node) => {
		if (!(node instanceof Element)) return;
		// The sources of a video may be added after it.
		const parent = node.closest('video');
		for (const video of parent ? [parent] : node.getElementsByTagName('video'))
			for (const [, effect] of named) quietly(() => effect.addVideo?.(video));
	};
	const isOn = new OwnMap<string, boolean>();
	/** Starts and stops the effects of a list of names, joined by commas. */
	const apply = (wanted: string) => {
		for (const [name, effect] of named) {
			const isWanted = indexOf(`,${wanted},`, `,${name},`) >= 0;
			if (isWanted !== (isOn.get(name) ?? false)) quietly(() => (isWanted ? effect.start() : effect.stop()));
			isOn.set(name, isWanted);
		}
		if (wanted === '') {
			observer?.disconnect();
			observer = null;
		} else if (!observer) {
			observer = new MutationObserver((changes) => {
				quietly(() => {
					for (const { addedNodes } of changes) for (const node of addedNodes) inspect(node);
				});
			});
			observer.observe(document, { childList: true, subtree: true });
		}
	};
	channel.on(EFFECTS_EVENT, (event) => apply(detailOf(event as CustomEvent)));
	if (isOfTopPage() && isPageLoading()) apply(EFFECTS.join());
}
