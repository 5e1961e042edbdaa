import { FILE_ADDRESS_EVENT, MEDIA_FOUND_EVENT, SOURCE_TYPE_EVENT } from './events';
import { afterCall, beforeCall } from './wrap';

/** Types of files that may be a video or sound; scripts often give none. */
const MEDIA_TYPE = /^(video|audio)\/|^application\/octet-stream|^$/;

/**
 * Announces to the observer the media elements whose events do not reach it (those outside any document) and the hosts of
 * new shadow roots, which may be closed; and the MIME types of Media Source Extensions. `relatedTarget` of an event is the
 * only way to pass a node to the other world.
 */
export function hookMedia(): void {
	const announce = (_value: unknown, node: Element) => {
		const root = node.getRootNode();
		if (root === document && node instanceof HTMLMediaElement) return;
		// The browser retargets `relatedTarget` outside the node's shadow root, so dispatch inside it.
		const target = root instanceof ShadowRoot ? root : document;
		target.dispatchEvent(new FocusEvent(MEDIA_FOUND_EVENT, { relatedTarget: node }));
	};
	const { prototype } = HTMLMediaElement;
	afterCall(Element.prototype, 'attachShadow', announce);
	afterCall(prototype, 'play', announce);
	afterCall(prototype, 'load', announce);
	const source = Object.getOwnPropertyDescriptor(prototype, 'src');
	if (source) {
		afterCall(source, 'set', announce);
		Object.defineProperty(prototype, 'src', source);
	}
	if (typeof MediaSource === 'undefined') return;
	beforeCall(MediaSource.prototype, 'addSourceBuffer', (_mediaSource, [type]) => {
		document.dispatchEvent(new CustomEvent(SOURCE_TYPE_EVENT, { detail: type }));
	});
}

/** Announces the addresses of files that the page has fetched whole: they look like those of Media Source Extensions. */
export function hookFiles(): void {
	afterCall(URL, 'createObjectURL', (address, _url, [file]) => {
		if (!(file instanceof Blob) || !MEDIA_TYPE.test(file.type)) return;
		document.dispatchEvent(new CustomEvent(FILE_ADDRESS_EVENT, { detail: address }));
	});
}
