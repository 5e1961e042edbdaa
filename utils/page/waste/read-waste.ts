import { addressKey } from '@/utils/core/measure/address-key';
import type { ObservedWaste, Waste } from '@/utils/core/schema/waste';
import { addWaste } from '@/utils/core/visit/waste';
import { FRAME_MARK, type FrameMark } from '@/utils/page/observe/frame-mark';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party-player';
import { imageWaste, sumBytes } from './images';
import { authorsFiles, type LoadedFile, loadedFiles } from './loaded-files';

const TEXT_TYPE = /^text\/(?!event-stream)|javascript|json|xml$/;
const TEXT_ENDING = /^(?:html?|css|m?js|json|xml|svg|vtt|txt)$/;
const TEXT_INITIATORS = ['navigation', 'script'];
/** Compressing a smaller file costs more than it saves. */
const MIN_TEXT_BYTES = 150;
/** Files that several pages of a course may use, and that a cache should store. */
const STATIC_INITIATORS = ['script', 'link', 'css', 'img'];
/** The heaviest files of a page are reported; smaller ones are ignored. */
const MAX_FILES = 40;
const MIN_FILE_BYTES = 5_000;

function isText({ type, ending, initiator }: LoadedFile): boolean {
	if (type !== '') return TEXT_TYPE.test(type);
	return TEXT_ENDING.test(ending) || TEXT_INITIATORS.includes(initiator);
}

/** Text files that the server sent uncompressed. */
function textWaste(files: readonly LoadedFile[]): Waste {
	const plain = files.filter((file) => file.bytes > MIN_TEXT_BYTES && file.bytes === file.decodedBytes && isText(file));
	return { plainTextCount: plain.length, plainTextBytes: sumBytes(plain) };
}

/** A third-party player in a frame of its own that has played nothing: everything it loaded, as far as sizes are known. */
function embedWaste(files: readonly LoadedFile[]): Waste {
	if (thirdPartyPlayer(document.URL) === null) return {};
	const elements = [...document.querySelectorAll<HTMLMediaElement>('video, audio')];
	if (elements.some(({ played, paused }) => played.length > 0 || !paused)) return {};
	return { embedCount: 1, embedBytes: sumBytes(files) };
}

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
	const authored = authorsFiles(files);
	const waste = [imageWaste(authored), textWaste(authored), embedWaste(files)].reduce(addWaste);
	return { frameId: mark.frameId, waste, files: cacheable(authored) };
}
