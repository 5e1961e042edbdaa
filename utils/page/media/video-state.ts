import type { Player } from '@/utils/core/visit/player';
import { hasCaptions, isAd, isAdaptive, playerOf } from './player';
import { type ShownSize, shownSize } from './shown-video';

/** Decoded pixels are too many from twice the shown device pixels on: the eye gains nothing above (RGESN 5.3's reading). */
const OVERSIZED_RATIO = 2;

/** What the frame knows of an element from elsewhere. */
export interface Surroundings {
	/** Whether any of it lies in the viewport; undefined while nobody knows. */
	isInView(element: Element): boolean | undefined;
	/** Whether the learner's hand started it. */
	isStartedByHand(element: Element): boolean;
	/** Milliseconds since the last input in the frame. */
	idleMs(): number;
}

/** How an element plays from now until it is looked at again. */
export interface VideoState {
	/** Decoded resolution: the shorter side of the picture, as 720 of a portrait video of 720 x 1280; 0 for sound. */
	readonly heightPx: number;
	readonly shown: ShownSize;
	readonly isHidden: boolean;
	readonly isOffScreen: boolean;
	readonly isInPicture: boolean;
	readonly isFullScreen: boolean;
	readonly isOversized: boolean;
	readonly isMuted: boolean;
	readonly isSelfStarted: boolean;
	readonly isAd: boolean;
	readonly hasCaptions: boolean;
	readonly isAdaptive: boolean | null;
	readonly player: Player;
}

const NOWHERE: ShownSize = { widthPx: 0, heightPx: 0 };

function isFullScreen(element: Element): boolean {
	const { fullscreenElement } = document;
	for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
		if (node === fullscreenElement) return true;
	}
	return false;
}

/** Looks at an element; `player` is what was found to play it before, which does not change while the video does not. */
export function inspect(element: HTMLMediaElement, around: Surroundings, player: Player | null): VideoState {
	const video = element instanceof HTMLVideoElement && element.videoHeight > 0 ? element : null;
	// A picture of its own may also be a window that the whole player has moved to.
	const isInPicture =
		video !== null && (document.pictureInPictureElement === video || video.ownerDocument.defaultView !== window);
	const shown = video && !isInPicture ? shownSize(video) : NOWHERE;
	const shownPixels = shown.widthPx * shown.heightPx;
	const isHidden = video !== null && document.visibilityState === 'hidden' && !isInPicture;
	return {
		heightPx: video ? Math.min(video.videoWidth, video.videoHeight) : 0,
		shown,
		isHidden,
		isOffScreen: !isHidden && shownPixels > 0 && video !== null && around.isInView(video) === false,
		isInPicture,
		isFullScreen: !isHidden && !isInPicture && isFullScreen(element),
		isOversized:
			shownPixels > 0 && video !== null && video.videoWidth * video.videoHeight >= OVERSIZED_RATIO * shownPixels,
		isMuted: element.muted || element.volume === 0,
		isSelfStarted: !around.isStartedByHand(element),
		isAd: isAd(element),
		hasCaptions: hasCaptions(element),
		isAdaptive: isAdaptive(element),
		player: player ?? playerOf(element),
	};
}
