import { getOwnPropertyDescriptor } from './natives';

const { isArray } = Array;
const { keys } = Object;
const { stringify } = JSON;

/**
 * About the JSON text of a value that was parsed from JSON, up to a length. Calls no code of the page: `JSON.stringify` would
 * call `toJSON`, and getters that a library has added since. Throws beyond the length.
 */
export function plainText(value: unknown, maxLength: number): string {
	let text = '';
	const write = (part: unknown) => {
		if (text.length > maxLength) throw new RangeError();
		if (typeof part !== 'object' || part === null) {
			text += stringify(part) ?? '';
			return;
		}
		const isList = isArray(part);
		const names = keys(part);
		text += isList ? '[' : '{';
		for (let index = 0; index < names.length; index++) {
			const name = names[index] as string;
			text += `${index > 0 ? ',' : ''}${isList ? '' : `${stringify(name)}:`}`;
			write(getOwnPropertyDescriptor(part, name)?.value);
		}
		text += isList ? ']' : '}';
	};
	write(value);
	return text;
}
