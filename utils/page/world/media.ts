import { MEDIA_FOUND_EVENT, SOURCE_TYPE_EVENT } from './events';
import { quietly, wrap } from './wrap';

/**
 * Announces to the observer the media elements whose events do not reach it (those outside any document) and the hosts of
 * new shadow roots, which may be closed; and the MIME types of Media Source Extensions. `relatedTarget` of an event is the
 * only way to pass a node to the other world.
 */
export function hookMedia(): void {
	const announce = (node: Element) =>
		quietly(() => {
			const root = node.getRootNode();
			if (root === document && node instanceof HTMLMediaElement) return;
			// The browser retargets `relatedTarget` outside the node's shadow root, so dispatch inside it.
			const target = root instanceof ShadowRoot ? root : document;
			target.dispatchEvent(new FocusEvent(MEDIA_FOUND_EVENT, { relatedTarget: node }));
		});
	const hook = <Holder extends object>(holder: Holder, name: keyof Holder) =>
		wrap(holder, name, {
			apply(native, node: Element, args) {
				const value = Reflect.apply(native, node, args);
				announce(node);
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
		apply(native, mediaSource, args) {
			quietly(() => document.dispatchEvent(new CustomEvent(SOURCE_TYPE_EVENT, { detail: args[0] })));
			return Reflect.apply(native, mediaSource, args);
		},
	});
}
