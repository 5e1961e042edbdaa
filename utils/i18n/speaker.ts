type Value = string | number;

/** Writes the text of a key, as `i18n.t` does: with values for `$1` and on, and with a count where it has plural forms. */
export type Speaker = (key: string, ...parameters: readonly (number | readonly Value[])[]) => string;

/**
 * A speaker of one catalogue, which gives texts by key with `_` for `.`: values as `$1`, plural forms (one and other, or zero, one
 * and other) separated by ` | `.
 */
export function createSpeaker(textOf: (key: string) => string | undefined): Speaker {
	return (key, ...parameters) => {
		const count = parameters.find((each) => typeof each === 'number');
		const values = parameters.find((each) => typeof each !== 'number') ?? [count ?? ''];
		const text = textOf(key.replaceAll('.', '_')) ?? '';
		const form = count === undefined ? text : formFor(count, text.split(' | '));
		return form.replace(/\$([1-9])/g, (_, index) => String(values[Number(index) - 1] ?? ''));
	};
}

function formFor(count: number, forms: readonly string[]): string {
	// Two forms lack the zero.
	const index = Math.min(count, 2) - (forms.length === 2 ? 1 : 0);
	return forms[index < 0 ? 1 : index] ?? forms[0] ?? '';
}
