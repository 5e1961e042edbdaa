/** What browsers show of a sound track: Firefox the track itself, Chrome the decoded bytes. Both begin as for no sound. */
interface SoundTrack {
	readonly mozHasAudio?: boolean;
	readonly webkitVideoDecodedByteCount?: number;
	readonly webkitAudioDecodedByteCount?: number;
}

/** Whether an element is known to have no sound; false before it has played, and where the browser does not show it. */
export function isSoundless(element: HTMLMediaElement): boolean {
	const { mozHasAudio, webkitVideoDecodedByteCount = 0, webkitAudioDecodedByteCount } = element as SoundTrack;
	if (element.played.length === 0) return false;
	return mozHasAudio === false || (webkitAudioDecodedByteCount === 0 && webkitVideoDecodedByteCount > 0);
}
