import { autoplay } from './autoplay';
import { cameraOn } from './camera-on';
import { deviceAge } from './device-age';
import { heavyPage } from './heavy-page';
import { hiddenVideo } from './hidden-video';
import { mobileNetwork } from './mobile-network';
import { offscreenVideo } from './offscreen-video';
import { oversizedVideo } from './oversized-video';
import { replayedMedia } from './replayed-media';
import { runawayPlaylist } from './runaway-playlist';
import { skimmedVideo } from './skimmed-video';
import { tooSharpVideo } from './too-sharp-video';

/** Every rule. Where two are worth the same, the earlier one is shown first. */
export const RULES = [
	oversizedVideo,
	hiddenVideo,
	offscreenVideo,
	tooSharpVideo,
	runawayPlaylist,
	autoplay,
	replayedMedia,
	skimmedVideo,
	cameraOn,
	heavyPage,
	mobileNetwork,
	deviceAge,
] as const;

/** Id of a tip, the name of its rule's file. */
export type TipId = (typeof RULES)[number]['id'];
