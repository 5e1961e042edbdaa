import { autoplay } from './rules/autoplay';
import { cameraOn } from './rules/camera-on';
import { deviceAge } from './rules/device-age';
import { heavyPage } from './rules/heavy-page';
import { hiddenVideo } from './rules/hidden-video';
import { mobileNetwork } from './rules/mobile-network';
import { offscreenVideo } from './rules/offscreen-video';
import { oversizedVideo } from './rules/oversized-video';
import { replayedMedia } from './rules/replayed-media';
import { runawayPlaylist } from './rules/runaway-playlist';
import { skimmedVideo } from './rules/skimmed-video';
import { tooSharpVideo } from './rules/too-sharp-video';

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
