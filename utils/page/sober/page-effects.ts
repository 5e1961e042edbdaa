import { EFFECTS, type SoberAction } from '@/utils/core/sober/effects';
import { EFFECTS_EVENT } from '@/utils/page/channel/events';
import { isBeforePage } from '@/utils/page/channel/frame';
import { quietly } from '@/utils/page/quietly';
import { bare, brandReader, caller, OwnMap, reader } from '@/utils/page/world/natives';
import type { OfferedChannel } from '@/utils/page/world/offer';

const indexOf = caller(String.prototype, 'indexOf');
const detailOf = reader(CustomEvent.prototype, 'detail');
const closest = caller(Element.prototype, 'closest');
const elementsIn = caller(Element.prototype, 'getElementsByTagName');
const elementCountOf = reader(HTMLCollection.prototype, 'length');
const isElement = brandReader<string>(Element.prototype, 'localName');
const addedOf = reader(MutationRecord.prototype, 'addedNodes');
const nodeCountOf = reader(NodeList.prototype, 'length');
const NativeObserver = MutationObserver;
const observe = caller(MutationObserver.prototype, 'observe');
const disconnect = caller(MutationObserver.prototype, 'disconnect');

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
	const names = Object.keys(effects) as SoberAction[];
	let observer: MutationObserver | null = null;
	const addVideo = (video: HTMLVideoElement) => {
		for (let index = 0; index < names.length; index++)
			quietly(() => effects[names[index] as SoberAction]?.addVideo?.(video));
	};
	const inspect = (node: Node) => {
		if (!isElement(node)) return;
		// The sources of a video may be added after it.
		const parent = closest(node as Element, 'video');
		if (parent) return addVideo(parent as HTMLVideoElement);
		const videos = elementsIn(node as Element, 'video');
		for (let index = 0; index < elementCountOf(videos); index++) addVideo(videos[index] as HTMLVideoElement);
	};
	const inspectAdded = (changes: readonly MutationRecord[]) => {
		for (let index = 0; index < changes.length; index++) {
			const nodes = addedOf(changes[index] as MutationRecord);
			for (let node = 0; node < nodeCountOf(nodes); node++) inspect(nodes[node] as Node);
		}
	};
	const isOn = new OwnMap<string, boolean>();
	/** Starts and stops the effects of a list of names, joined by commas. */
	const apply = (wanted: string) => {
		for (let index = 0; index < names.length; index++) {
			const name = names[index] as SoberAction;
			const isWanted = indexOf(`,${wanted},`, `,${name},`) >= 0;
			if (isWanted !== (isOn.get(name) ?? false))
				quietly(() => (isWanted ? effects[name]?.start() : effects[name]?.stop()));
			isOn.set(name, isWanted);
		}
		if (wanted === '') {
			if (observer) disconnect(observer);
			observer = null;
		} else if (!observer) {
			observer = new NativeObserver((changes) => quietly(() => inspectAdded(changes)));
			observe(observer, document, bare({ childList: true, subtree: true }));
		}
	};
	channel.on(EFFECTS_EVENT, (event) => apply(detailOf(event as CustomEvent)));
	if (isBeforePage()) apply(EFFECTS.join());
}
