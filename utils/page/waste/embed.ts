import type { Waste } from '@/utils/core/schema/waste';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party-player';
import type { LoadedFile } from './loaded-files';

/** A third-party player in a frame of its own that has played nothing: everything it loaded, as far as sizes are known. */
export function embedWaste(files: readonly LoadedFile[], page: Document): Waste {
	if (thirdPartyPlayer(page.URL) === null) return {};
	const elements = [...page.querySelectorAll<HTMLMediaElement>('video, audio')];
	if (elements.some(({ played, paused }) => played.length > 0 || !paused)) return {};
	return { embedCount: 1, embedBytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
