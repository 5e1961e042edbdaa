import { addressKey } from '@/utils/core/measure/address-key';
import type { ObservedWaste } from '@/utils/core/schema/waste';
import { addWaste } from '@/utils/core/visit/waste';
import { FRAME_MARK, type FrameMark } from '@/utils/page/observe/frame-mark';
import { embedWaste } from './embed';
import { imageWaste } from './images';
import { type LoadedFile, loadedFiles } from './loaded-files';
import { textWaste } from './texts';

/** Files that several pages of a course may use, and that a cache should store. */
const STATIC_INITIATORS = ['script', 'link', 'css', 'img'];
/** The heaviest files of a page are reported; smaller ones are ignored. */
const MAX_FILES = 40;
const MIN_FILE_BYTES = 5_000;

function cacheable(files: readonly LoadedFile[]): ObservedWaste['files'] {
	return files
		.filter(({ initiator, bytes }) => STATIC_INITIATORS.includes(initiator) && bytes >= MIN_FILE_BYTES)
		.sort((a, b) => b.bytes - a.bytes)
		.slice(0, MAX_FILES)
		.map(({ url, bytes }) => [addressKey(url), bytes] as const);
}

/** Inspects this frame's document; null where it is not observed. */
export function readWaste(): ObservedWaste | null {
	const mark = (globalThis as { [FRAME_MARK]?: FrameMark })[FRAME_MARK];
	if (!mark?.isAlive) return null;
	const files = loadedFiles(mark.sinceMs);
	const waste = [imageWaste(files, document), textWaste(files), embedWaste(files, document)].reduce(addWaste);
	return { frameId: mark.frameId, waste, files: cacheable(files) };
}
