import type { Player } from '@/utils/core/schema/names';
import type { FrameActivity } from './frame-activity';
import { hasCaptions, isAd, isAdaptive, playerOf } from './player';
import { shownSize } from './shown-size';
import { isSoundless } from './sound-track';

/** Oversized: at least twice as many decoded pixels as device pixels shown (RGESN 2024, criterion 5.3). */
const OVERSIZED_RATIO = 2;

/** How an element plays from now until it is inspected again. */
export type VideoState = Readonly<ReturnType<typeof inspect>>;

const NOT_SHOWN = { widthPx: 0, heightPx: 0 };

function isFullScreen(element: Element): boolean {
	const { fullscreenElement } = document;
	for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
		if (node === fullscreenElement) return true;
	}
	return false;
}

/** Inspects an element. `player` is the player found before, which stays the same for one video. */
export function inspect(element: HTMLMediaElement, frame: FrameActivity, player: Player | null) {
	const video = element instanceof HTMLVideoElement && element.videoHeight > 0 ? element : null;
	// With Document Picture-in-Picture the whole player moves to a window of its own.
	const isInPicture =
		video !== null && (document.pictureInPictureElement === video || video.ownerDocument.defaultView !== window);
	const shown = video && !isInPicture ? shownSize(video) : NOT_SHOWN;
	const shownPixels = shown.widthPx * shown.heightPx;
	const isBehind = document.visibilityState === 'hidden' && !isInPicture;
	const isHidden = video !== null && isBehind;
	const isMuted = element.muted || element.volume === 0;
	const isSelfStarted = !frame.startedByUser.has(element);
	return {
		/** Decoded resolution: the shorter side of the picture, such as 720 for a portrait video of 720 x 1280; 0 for sound. */
		heightPx: video ? Math.min(video.videoWidth, video.videoHeight) : 0,
		shown,
		/** In a hidden tab; `isHidden` only for a picture. */
		isBehind,
		isHidden,
		isOffScreen: !isHidden && shownPixels > 0 && video !== null && frame.inView.get(video) === false,
		isInPicture,
		isFullScreen: !isHidden && !isInPicture && isFullScreen(element),
		isOversized:
			shownPixels > 0 && video !== null && video.videoWidth * video.videoHeight >= OVERSIZED_RATIO * shownPixels,
		isMuted,
		isSelfStarted,
		/** A silent loop without controls that nobody started: it shows no use of the page. */
		isDecoration:
			video !== null && element.loop && !element.controls && isSelfStarted && (isMuted || isSoundless(element)),
		isAd: isAd(element),
		hasCaptions: hasCaptions(element),
		isAdaptive: isAdaptive(element, frame.fileAddresses),
		player: player ?? playerOf(element, frame.fileAddresses),
	};
}
