import { type ObservedWaste, WASTE_FIELDS, type Waste, type WasteField } from '@/utils/core/visit/waste';
import { FRAME_ID, KEY } from './limits';
import { accept, amount, fields, list, objectKey } from './parse-values';

/** More than any look tells. */
const MAX_FILES = 100;

const isField = (name: string): name is WasteField => (WASTE_FIELDS as readonly string[]).includes(name);

function parseFile(value: unknown): readonly [string, number] {
	const [key, bytes] = list(value, 2, (item) => item);
	return [objectKey(key, KEY), amount(bytes)];
}

/** What a look at a frame told when it has the right shape, null otherwise: a page's renderer is a stranger. */
export function parseWaste(value: unknown): ObservedWaste | null {
	return accept(() => {
		const said = fields(value);
		const known = Object.entries(fields(said.waste)).filter(([name]) => isField(name));
		const waste: Waste = Object.fromEntries(known.map(([name, each]) => [name, amount(each)]));
		return { frameId: objectKey(said.frameId, FRAME_ID), waste, files: list(said.files, MAX_FILES, parseFile) };
	});
}
