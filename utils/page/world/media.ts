import { FEED_EVENT, MEET_EVENT } from './events';
import { quietly, wrap } from './wrap';

/**
 * Shows the observer the media elements whose events it cannot hear, those in no document, and the elements that get a
 * shadow root, which may be closed; and tells it the codecs that players feed. An event's related target is the one thing by which both worlds see the same node.
 */
export function hookMedia(): void {
	const show = (node: Element) =>
		quietly(() => {
			const root = node.getRootNode();
			if (root === document && node instanceof HTMLMediaElement) return;
			// From outside a shadow root only its host is seen.
			const stage = root instanceof ShadowRoot ? root : document;
			stage.dispatchEvent(new FocusEvent(MEET_EVENT, { relatedTarget: node }));
		});
	const hook = <Holder extends object>(holder: Holder, name: keyof Holder) =>
		wrap(holder, name, {
			apply(native, node: Element, args) {
				const value = Reflect.apply(native, node, args);
				show(node);
				return value;
			},
		});
	const { prototype } = HTMLMediaElement;
	hook(Element.prototype, 'attachShadow');
	hook(prototype, 'play');
	hook(prototype, 'load');
	const source = Object.getOwnPropertyDescriptor(prototype, 'src');
	if (source) {
		hook(source, 'set');
		Object.defineProperty(prototype, 'src', source);
	}
	if (typeof MediaSource === 'undefined') return;
	wrap(MediaSource.prototype, 'addSourceBuffer', {
		apply(native, feed, args) {
			quietly(() => document.dispatchEvent(new CustomEvent(FEED_EVENT, { detail: args[0] })));
			return Reflect.apply(native, feed, args);
		},
	});
}
