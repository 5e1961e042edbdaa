import type { Player } from '@/utils/core/schema/names';

type Mark = readonly [player: Player, mark: string];

/** Hosts of players that have a frame of their own. */
const HOSTS: readonly Mark[] = [
	['youtube', 'youtube.com'],
	['youtube', 'youtube-nocookie.com'],
	['youtube', 'youtubeeducation.com'],
	['vimeo', 'vimeo.com'],
	['dailymotion', 'dailymotion.com'],
	['panopto', 'panopto.com'],
	['panopto', 'panopto.eu'],
	['kaltura', 'kaltura.com'],
	['nudgis', 'ubicast.tv'],
	['wistia', 'fast.wistia.net'],
	['wistia', 'fast.wistia.com'],
	['loom', 'loom.com'],
	['bunny', 'mediadelivery.net'],
	['cloudflare-stream', 'cloudflarestream.com'],
	['cloudflare-stream', 'iframe.videodelivery.net'],
	['vidyard', 'play.vidyard.com'],
	['jw-player', 'cdn.jwplayer.com'],
	['jw-player', 'content.jwplatform.com'],
	['brightcove', 'players.brightcove.net'],
];

/** Elements around the media element. */
const ANCESTORS: readonly Mark[] = [
	['youtube', '.html5-video-player'],
	// Its embedded page uses another style sheet than its other pages.
	['esup-pod', '#podvideoplayer'],
	['kaltura', '.kaltura-player-container, .playkit-container'],
	['h5p', '.h5p-content, .h5p-iframe'],
	['plyr', '.plyr'],
	['media-chrome', 'media-controller'],
	['jw-player', '.jwplayer'],
	['brightcove', 'video-js[data-account], .video-js[data-account]'],
	['video.js', '.video-js'],
	['shaka', '.shaka-video-container'],
];

/** Elements anywhere in the page. */
const PAGES: readonly Mark[] = [
	['peertube', 'meta[property="og:platform"][content="PeerTube"]'],
	['esup-pod', 'link[href*="css/pod.css"]'],
	['panopto', 'link[href*="/Panopto/Cache/"]'],
	['nudgis', 'link[href*="/static/mediaserver/"]'],
];

/** File names of players that add no recognisable element. */
const SCRIPTS: readonly Mark[] = [
	['shaka', 'script[src*="shaka-player"]'],
	['dash.js', 'script[src*="dash.all"], script[src*="dashjs"], script[src*="dash.js"]'],
	['hls.js', 'script[src*="hls.js"], script[src*="hls.min"], script[src*="hls.light"], script[src*="hlsjs"]'],
];

/** How players mark ads: YouTube, video.js with its ads plugin, JW Player, Google's IMA in other players. */
const ADS =
	'.ad-showing, .vjs-ad-playing, .jw-flag-ads, .plyr__ads, .ima-ad-container, [id*="ima-ad-container"], [class*="shaka-client-side-ad"], [title="Advertisement"]';

/** Caption buttons of players that draw captions themselves; video.js has one in each player, and hides it where there are none. */
const CAPTIONS =
	'div.vjs-subs-caps-button:not(.vjs-hidden), div.vjs-captions-button:not(.vjs-hidden), .ytp-subtitles-button:not([style*="none"])';

/** Whether the element or an ancestor matches, across shadow roots. */
function isWithin(element: Element, selector: string): boolean {
	for (let node: Element | undefined = element; node; node = (node.getRootNode() as Partial<ShadowRoot>).host) {
		if (node.closest(selector)) return true;
	}
	return false;
}

function firstMatch(marks: readonly Mark[], matches: (mark: string) => boolean): Player | undefined {
	return marks.find(([, mark]) => matches(mark))?.[0];
}

/** Whether a script fills the element through Media Source Extensions; from a worker, it has a source object and no address. */
export function usesMediaSource(
	{ currentSrc, srcObject }: HTMLMediaElement,
	fileAddresses: ReadonlySet<string>,
): boolean {
	return srcObject
		? !(srcObject instanceof MediaStream)
		: currentSrc.startsWith('blob:') && !fileAddresses.has(currentSrc);
}

/** Whether the page gives the element another source of the type that plays: often the same video in another quality. */
function hasOtherSource(element: HTMLMediaElement): boolean {
	const sources = [...element.querySelectorAll('source')];
	const playing = sources.find(({ src }) => src === element.currentSrc);
	return playing !== undefined && sources.filter(({ type }) => type === playing.type).length > 1;
}

/** Whether the video may have several qualities; false for a single file; null when unknown. */
export function isAdaptive(element: HTMLMediaElement, fileAddresses: ReadonlySet<string>): boolean | null {
	const { currentSrc } = element;
	if (usesMediaSource(element, fileAddresses) || /\.(m3u8|mpd)($|[?#])/i.test(currentSrc)) return true;
	if (hasOtherSource(element)) return true;
	return /^(http|blob:)/.test(currentSrc) ? false : null;
}

/** The player whose page this document is, by its host or its markup; null for any other page. */
export function pagePlayer(): Player | null {
	const host = `.${location.hostname}`;
	const has = (selector: string) => document.querySelector(selector) !== null;
	return firstMatch(HOSTS, (known) => host.endsWith(`.${known}`)) ?? firstMatch(PAGES, has) ?? null;
}

/** The element's player, by the frame's host, the page, the element's ancestors and, with Media Source Extensions, the scripts. */
export function playerOf(element: HTMLMediaElement, fileAddresses: ReadonlySet<string>): Player {
	const has = (selector: string) => document.querySelector(selector) !== null;
	return (
		pagePlayer() ??
		firstMatch(ANCESTORS, (selector) => isWithin(element, selector)) ??
		(usesMediaSource(element, fileAddresses) ? (firstMatch(SCRIPTS, has) ?? 'other') : 'native')
	);
}

/** Whether the player marks what it plays as an ad. */
export function isAd(element: HTMLMediaElement): boolean {
	return isWithin(element, ADS);
}

/** Whether captions or subtitles are available. */
export function hasCaptions(element: HTMLMediaElement): boolean {
	for (const { kind } of element.textTracks) if (kind === 'captions' || kind === 'subtitles') return true;
	const player = element.closest('.video-js, .html5-video-player');
	return player?.querySelector(CAPTIONS) != null;
}
