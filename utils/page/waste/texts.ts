import type { Waste } from '@/utils/core/schema/waste';
import type { LoadedFile } from './loaded-files';

const TEXT_TYPE = /^text\/(?!event-stream)|javascript|json|xml$/;
const TEXT_ENDING = /^(?:html?|css|m?js|json|xml|svg|vtt|txt)$/;
const TEXT_INITIATORS = ['navigation', 'script'];
/** Compressing a smaller file costs more than it saves. */
const MIN_BYTES = 150;

function isText({ type, ending, initiator }: LoadedFile): boolean {
	if (type !== '') return TEXT_TYPE.test(type);
	return TEXT_ENDING.test(ending) || TEXT_INITIATORS.includes(initiator);
}

/** Text files that the server sent uncompressed. */
export function textWaste(files: readonly LoadedFile[]): Waste {
	const plain = files.filter((file) => file.bytes > MIN_BYTES && file.bytes === file.decodedBytes && isText(file));
	return { plainTextCount: plain.length, plainTextBytes: plain.reduce((sum, { bytes }) => sum + bytes, 0) };
}
