import { autoplay, runawayPlaylist } from './autoplay';
import { cameraOn, deviceAge, mobileNetwork } from './equipment';
import { heavyPage } from './heavy-page';
import { oversizedVideo, tooSharpVideo } from './quality';
import { replayedMedia, skimmedVideo } from './rewatching';
import { hiddenVideo, offscreenVideo } from './unwatched';

/** Every rule. Among equal stakes, the earlier rule comes first. */
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

export type TipId = (typeof RULES)[number]['id'];
