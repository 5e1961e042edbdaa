/** What browsers show of a sound track: Firefox the track itself, Chrome the decoded bytes. */
interface SoundTrack {
	readonly mozHasAudio?: boolean;
	readonly webkitAudioDecodedByteCount?: number;
}

/** Whether a playing element is known to have no sound; false where the browser does not show it. */
export function isSoundless(element: HTMLMediaElement): boolean {
	const { mozHasAudio, webkitAudioDecodedByteCount } = element as SoundTrack;
	return mozHasAudio === false || webkitAudioDecodedByteCount === 0;
}
