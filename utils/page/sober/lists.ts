import { quietly } from '@/utils/page/world/wrap';
import { patch, patchGetter } from './patch';

/** Addresses of lists of qualities. */
const LIST = /\.(?:m3u8|mpd)(?:[?#]|$)/i;

/**
 * Hands the page's own requests for video lists through `thin` as they are read, whatever player asks: one that is bundled
 * into the page's code can be reached in no other way. `thin` answers null to leave a list as it is. The function returned
 * puts things back.
 */
export function hookLists(thin: (list: string) => string | null): () => void {
	const thinned = new WeakMap<XMLHttpRequest, string | null>();
	const thinOnce = (request: XMLHttpRequest, list: string) => {
		if (!thinned.has(request)) thinned.set(request, thin(list));
		return thinned.get(request) ?? null;
	};
	const read = (request: XMLHttpRequest, native: () => unknown): unknown => {
		const answer = native();
		let shown = answer;
		if (request.readyState === XMLHttpRequest.DONE && LIST.test(request.responseURL)) {
			quietly(() => {
				if (typeof answer === 'string') shown = thinOnce(request, answer) ?? answer;
				else if (answer instanceof ArrayBuffer) {
					const thinner = thinOnce(request, new TextDecoder().decode(answer));
					if (thinner !== null) shown = new TextEncoder().encode(thinner).buffer;
				}
			});
		}
		return shown;
	};
	const restores = [
		patchGetter(XMLHttpRequest.prototype, 'response', read),
		patchGetter(XMLHttpRequest.prototype, 'responseText', read),
		patch(globalThis, 'fetch', {
			apply(native, self, args: [RequestInfo | URL]) {
				const answered: Promise<Response> = Reflect.apply(native, self, args);
				const [asked] = args;
				return LIST.test(asked instanceof Request ? asked.url : String(asked))
					? thinResponse(answered, thin)
					: answered;
			},
		}),
	];
	return () => {
		for (const restore of restores) restore();
	};
}

async function thinResponse(answered: Promise<Response>, thin: (list: string) => string | null): Promise<Response> {
	const response = await answered;
	if (!response.ok) return response;
	const list = await response.clone().text();
	let thinner: string | null = null;
	quietly(() => {
		thinner = thin(list);
	});
	if (thinner === null) return response;
	const { status, headers, url } = response;
	const shown = new Response(thinner, { status, headers });
	// Players resolve the addresses in a list against that of the answer.
	Object.defineProperty(shown, 'url', { value: url });
	return shown;
}
