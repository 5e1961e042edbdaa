import { addressKey } from '@/utils/core/measure/address-key';
import { addWaste, type ObservedWaste } from '@/utils/core/visit/waste';
import { FRAME_MARK, type FrameMark } from '@/utils/page/observe/frame-mark';
import { embedWaste } from './embed';
import { type LoadedFile, loadedFiles } from './file';
import { imageWaste } from './images';
import { textWaste } from './texts';

/** Files that every page of a course may want, and that a cache should keep. */
const STATIC_INITIATORS = ['script', 'link', 'css', 'img'];
/** The heaviest files of a page are told; those below these bytes are no matter. */
const MAX_FILES = 40;
const LEAST_FILE_BYTES = 5_000;

function keepable(files: readonly LoadedFile[]): ObservedWaste['files'] {
	return files
		.filter(({ initiator, bytes }) => STATIC_INITIATORS.includes(initiator) && bytes >= LEAST_FILE_BYTES)
		.sort((a, b) => b.bytes - a.bytes)
		.slice(0, MAX_FILES)
		.map(({ url, bytes }) => [addressKey(url), bytes] as const);
}

/** Looks at this frame's document; null where it is not observed. */
export function readWaste(): ObservedWaste | null {
	const mark = (globalThis as { [FRAME_MARK]?: FrameMark })[FRAME_MARK];
	if (!mark?.isAlive) return null;
	const files = loadedFiles(mark.sinceMs);
	const waste = [imageWaste(files, document), textWaste(files), embedWaste(files, document)].reduce(addWaste);
	return { frameId: mark.frameId, waste, files: keepable(files) };
}
