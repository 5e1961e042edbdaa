import { FILE_ADDRESS_EVENT, MEDIA_FOUND_EVENT, SOURCE_TYPE_EVENT } from '@/utils/page/channel/events';
import { brandReader, caller, matches } from './natives';
import type { OfferedChannel } from './offer';
import { afterAccess, afterCall, beforeCall } from './wrap';

/** Types of files that may be a video or sound; scripts often give none. */
const MEDIA_TYPE = /^(video|audio)\/|^application\/octet-stream|^$/;

/**
 * Announces to the observer the media elements whose events do not reach it (those outside any document) and the hosts of
 * new shadow roots, which may be closed; and the MIME types of Media Source Extensions.
 */
export function hookMedia(channel: OfferedChannel): void {
	const rootOf = caller(Node.prototype, 'getRootNode');
	const hostOf = brandReader(ShadowRoot.prototype, 'host');
	const announce = (node: Element) => {
		const root = rootOf(node);
		if (hostOf(root) === undefined) channel.sendNode(MEDIA_FOUND_EVENT, node);
		else channel.sendNode(channel.node.id, node, root);
	};
	const announceMedia = (_value: unknown, element: Element) => {
		if (rootOf(element) !== document) announce(element);
	};
	const { prototype } = HTMLMediaElement;
	afterCall(Element.prototype, 'attachShadow', (_root, host) => announce(host));
	afterCall(prototype, 'play', announceMedia);
	afterCall(prototype, 'load', announceMedia);
	afterAccess(prototype, 'src', 'set', announceMedia);
	if (typeof MediaSource === 'undefined') return;
	beforeCall(MediaSource.prototype, 'addSourceBuffer', (_mediaSource, args) => {
		if (typeof args[0] === 'string') channel.send(SOURCE_TYPE_EVENT, args[0]);
	});
}

/** Announces the addresses of files that the page has fetched whole: they look like those of Media Source Extensions. */
export function hookFiles(channel: OfferedChannel): void {
	const typeOf = brandReader<string>(Blob.prototype, 'type');
	afterCall(URL, 'createObjectURL', (address: string, _url, args) => {
		const type = typeOf(args[0]);
		if (type !== undefined && matches(MEDIA_TYPE, type)) channel.send(FILE_ADDRESS_EVENT, address);
	});
}
