import { quietly } from '@/utils/page/quietly';
import { brandReader, matches, reader } from '@/utils/page/world/natives';
import { invoke } from '@/utils/page/world/wrap';
import { patch, patchGetter } from './patch';

/** Addresses of HLS and DASH manifests. */
const MANIFEST = /\.(?:m3u8|mpd)(?:[?#]|$)/i;

/** Returns the text that replaces a manifest; null leaves it as it is. */
type Thin = (manifest: string) => string | null;

/**
 * Passes the manifests that the page requests through `thin` when they are read, whichever player requested them: there is no
 * other access to a player inside the page's own bundle. The returned function restores the originals.
 */
export function hookManifests(thin: Thin): () => void {
	const requestUrl = brandReader<string>(Request.prototype, 'url');
	const hrefOf = brandReader<string>(URL.prototype, 'href');
	const stateOf = reader(XMLHttpRequest.prototype, 'readyState');
	const addressOf = reader(XMLHttpRequest.prototype, 'responseURL');
	const thinned = new WeakMap<XMLHttpRequest, string | null>();
	const thinOnce = (request: XMLHttpRequest, manifest: string) => {
		if (!thinned.has(request)) thinned.set(request, thin(manifest));
		return thinned.get(request) ?? null;
	};
	const read = (request: XMLHttpRequest, native: () => unknown): unknown => {
		const response = native();
		let replaced = response;
		if (stateOf(request) === XMLHttpRequest.DONE && matches(MANIFEST, addressOf(request))) {
			quietly(() => {
				if (typeof response === 'string') replaced = thinOnce(request, response) ?? response;
				else if (response instanceof ArrayBuffer) {
					const text = thinOnce(request, new TextDecoder().decode(response));
					if (text !== null) replaced = new TextEncoder().encode(text).buffer;
				}
			});
		}
		return replaced;
	};
	const restores = [
		patchGetter(XMLHttpRequest.prototype, 'response', read),
		patchGetter(XMLHttpRequest.prototype, 'responseText', read),
		patch(globalThis, 'fetch', {
			apply: function trap(native, self, args) {
				const response: Promise<Response> = invoke(native, self, args, trap);
				const input: unknown = args[0];
				// Any other value is converted by the browser alone, which may run code of the page.
				const address = typeof input === 'string' ? input : (requestUrl(input) ?? hrefOf(input));
				return address && matches(MANIFEST, address) ? thinResponse(response, thin) : response;
			},
		}),
	];
	return () => {
		for (const restore of restores) restore();
	};
}

async function thinResponse(pending: Promise<Response>, thin: Thin): Promise<Response> {
	const response = await pending;
	if (!response.ok) return response;
	const manifest = await response.clone().text();
	let text: string | null = null;
	quietly(() => {
		text = thin(manifest);
	});
	if (text === null) return response;
	const { status, headers, url } = response;
	const replaced = new Response(text, { status, headers });
	// Players resolve the addresses of a manifest against the address of the response.
	Object.defineProperty(replaced, 'url', { value: url });
	return replaced;
}
