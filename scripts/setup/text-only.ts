import type { Plugin } from 'vitest/config';

/** Where Preact implements `dangerouslySetInnerHTML`. */
const ASSIGNMENT = /\binnerHTML=(\w+\.__html)/g;

/**
 * Makes Preact set text where it would set HTML, so that no script of the package can write HTML. No component asks for that: Biome
 * refuses it (`noDangerouslySetInnerHtml`). Mozilla's linter warns of the assignment alone.
 */
export function textOnly(): Plugin {
	return {
		name: 'sobrio:text-only',
		apply: 'build',
		transform(code, id) {
			if (!/\/preact\/dist\/preact\.mjs$/.test(id)) return null;
			if (code.match(ASSIGNMENT)?.length !== 1) throw new Error('Preact assigns HTML elsewhere than it did.');
			return { code: code.replace(ASSIGNMENT, 'textContent=$1'), map: null };
		},
	};
}
