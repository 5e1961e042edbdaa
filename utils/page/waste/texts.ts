import type { Waste } from '@/utils/core/visit/waste';
import type { LoadedFile } from './file';

const TEXT_TYPE = /^text\/(?!event-stream)|javascript|json|xml$/;
const TEXT_ENDING = /^(?:html?|css|m?js|json|xml|svg|vtt|txt)$/;
const TEXT_INITIATORS = ['navigation', 'script'];
/** Packing less costs more than it spares. */
const LEAST_BYTES = 150;

function isText({ type, ending, initiator }: LoadedFile): boolean {
	if (type !== '') return TEXT_TYPE.test(type);
	return TEXT_ENDING.test(ending) || TEXT_INITIATORS.includes(initiator);
}

/** Texts that travelled as long as they are: the server compressed none of them. */
export function textWaste(files: readonly LoadedFile[]): Waste {
	const plain = files.filter((file) => file.bytes > LEAST_BYTES && file.bytes === file.decodedBytes && isText(file));
	return { plainTextCount: plain.length, plainTextBytes: plain.reduce((sum, { bytes }) => sum + bytes, 0) };
}
