import type { Waste } from '@/utils/core/visit/waste';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party';
import type { LoadedFile } from './file';

/** A player of another company in a frame of its own that has played nothing: all that it loaded, as far as it shows. */
export function embedWaste(files: readonly LoadedFile[], page: Document): Waste {
	if (thirdPartyPlayer(page.URL) === null) return {};
	const media = [...page.querySelectorAll<HTMLMediaElement>('video, audio')];
	if (media.some(({ played, paused }) => played.length > 0 || !paused)) return {};
	return { embedCount: 1, embedBytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
