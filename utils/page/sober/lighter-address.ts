const VIMEO = /^https?:\/\/player\.vimeo\.com\/video\//;
/** Parameters by which the page has decided itself. */
const DECIDED = /[?&](?:max_)?quality=/;
/** Below this limit, Vimeo’s 360p is the highest of its documented qualities; from here on 720p is. */
const MIN_720_LINES = 720;
const MIN_1080_LINES = 1080;

/**
 * The address of a player with the highest quality that it may choose by itself, for the players whose company documents a parameter
 * for that: Vimeo’s `max_quality` (360p, 720p, 1080p: `VimeoEmbedParameters` of @vimeo/player 2.30.3). Any other address is returned
 * as it is. YouTube documents none, and its `setPlaybackQuality` has had no effect since 2019.
 */
export function lighterAddress(address: string, limitLines: number): string {
	if (!VIMEO.test(address) || DECIDED.test(address)) return address;
	const [path = '', ...hash] = address.split('#');
	const lines = limitLines >= MIN_1080_LINES ? MIN_1080_LINES : limitLines >= MIN_720_LINES ? MIN_720_LINES : 360;
	return [`${path}${path.includes('?') ? '&' : '?'}max_quality=${lines}p`, ...hash].join('#');
}
