import type { MediaSums } from './media-sums';
import type { Video } from './video';
import type { VideoState } from './video-state';

/** Adds a stretch of a video under its state. `stretchMs` is the time that it played, `ms` what counts of it for the visit. */
export function addVideo(sums: MediaSums, video: Video, state: VideoState, stretchMs: number, ms: number): void {
	const { heightPx, isHidden, isOffScreen, isInPicture, isFullScreen, isOversized, isMuted, isAdaptive } = state;
	const isUnwatched = isHidden || isOffScreen;
	if (isHidden) video.hiddenMs += stretchMs;
	else if (isOffScreen) video.offScreenMs += stretchMs;
	else if (isOversized) video.oversizedMs += stretchMs;
	if (ms <= 0) return;
	sums.add(
		ms,
		'videoMs',
		isMuted && 'mutedMs',
		state.hasCaptions && 'captionedMs',
		isHidden && 'hiddenMs',
		isOffScreen && 'offScreenMs',
		isInPicture && 'pictureInPictureMs',
		isFullScreen && 'fullScreenMs',
		!isUnwatched && isOversized && 'oversizedMs',
		isAdaptive !== null && (isAdaptive ? 'adaptiveMs' : 'singleQualityMs'),
	);
	sums.addPart('videoMsByHeight', heightPx, ms);
	if (isUnwatched) sums.addPart('unseenMsByHeight', heightPx, ms);
	else if (isOversized) sums.addPart('oversizedMsByHeight', heightPx, ms);
	if (video.codec !== null) sums.addPart('videoMsByCodec', video.codec, ms);
}
