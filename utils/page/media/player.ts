import type { Player } from '@/utils/core/visit/player';

type Mark = readonly [player: Player, mark: string];

/** Hosts of players in frames of their own. */
const HOSTS: readonly Mark[] = [
	['youtube', 'youtube.com'],
	['youtube', 'youtube-nocookie.com'],
	['vimeo', 'vimeo.com'],
	['dailymotion', 'dailymotion.com'],
	['panopto', 'panopto.com'],
	['panopto', 'panopto.eu'],
	['kaltura', 'kaltura.com'],
];

/** What the element lies in. */
const AROUND: readonly Mark[] = [
	['youtube', '.html5-video-player'],
	// Its embedded page has another style sheet than its own pages.
	['esup-pod', '#podvideoplayer'],
	['kaltura', '.kaltura-player-container, .playkit-container'],
	['h5p', '.h5p-content, .h5p-iframe'],
	['plyr', '.plyr'],
	['media-chrome', 'media-controller'],
	['video.js', '.video-js'],
	['shaka', '.shaka-video-container'],
];

/** What its page holds. */
const PAGES: readonly Mark[] = [
	['peertube', 'meta[property="og:platform"][content="PeerTube"]'],
	['esup-pod', 'link[href*="css/pod.css"]'],
	['panopto', 'link[href*="/Panopto/Cache/"]'],
];

/** File names of players that leave no mark in the page. */
const SCRIPTS: readonly Mark[] = [
	['shaka', 'script[src*="shaka-player"]'],
	['dash.js', 'script[src*="dash.all"], script[src*="dashjs"], script[src*="dash.js"]'],
	['hls.js', 'script[src*="hls.js"], script[src*="hls.min"], script[src*="hls.light"], script[src*="hlsjs"]'],
];

/** Where players say that what plays is an ad: YouTube, video.js with its ads plugin, JW Player, Google's IMA in other players. */
const ADS =
	'.ad-showing, .vjs-ad-playing, .jw-flag-ads, .plyr__ads, .ima-ad-container, [id*="ima-ad-container"], [class*="shaka-client-side-ad"], [title="Advertisement"]';

/** Buttons for captions that a player draws by itself. */
const CAPTIONS =
	'.vjs-subs-caps-button:not(.vjs-hidden), .vjs-captions-button:not(.vjs-hidden), .ytp-subtitles-button:not([style*="none"])';

/** Whether the element or something around it, out of its shadow roots too, matches. */
function isWithin(element: Element, selector: string): boolean {
	for (let node: Element | undefined = element; node; node = (node.getRootNode() as Partial<ShadowRoot>).host) {
		if (node.closest(selector)) return true;
	}
	return false;
}

function first(marks: readonly Mark[], holds: (mark: string) => boolean): Player | undefined {
	return marks.find(([, mark]) => holds(mark))?.[0];
}

/** Whether the video is fed by a script, piece by piece (Media Source Extensions). */
export function isFed(element: HTMLMediaElement): boolean {
	return element.currentSrc.startsWith('blob:');
}

/** Whether the video comes in several qualities or by a manifest; false for one file; null when nobody can tell. */
export function isAdaptive(element: HTMLMediaElement): boolean | null {
	const { currentSrc } = element;
	if (isFed(element) || /\.(m3u8|mpd)($|[?#])/i.test(currentSrc)) return true;
	return currentSrc.startsWith('http') ? false : null;
}

/** What plays the element, by its frame's host, what is around it, its page and, for a video that is fed, its scripts. */
export function playerOf(element: HTMLMediaElement): Player {
	const host = `.${location.hostname}`;
	const has = (selector: string) => document.querySelector(selector) !== null;
	return (
		first(HOSTS, (known) => host.endsWith(`.${known}`)) ??
		first(PAGES, has) ??
		first(AROUND, (selector) => isWithin(element, selector)) ??
		(isFed(element) ? (first(SCRIPTS, has) ?? 'other') : 'native')
	);
}

/** Whether the player says that what plays is an ad. */
export function isAd(element: HTMLMediaElement): boolean {
	return isWithin(element, ADS);
}

/** Whether captions or subtitles are offered. */
export function hasCaptions(element: HTMLMediaElement): boolean {
	for (const { kind } of element.textTracks) if (kind === 'captions' || kind === 'subtitles') return true;
	const player = element.closest('.video-js, .html5-video-player');
	return player?.querySelector(CAPTIONS) != null;
}
