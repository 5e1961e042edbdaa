import type { Plugin } from 'vitest/config';

const PREACT = /\/preact\/dist\/preact\.m?js$/;
/** Where Preact 11 acts on `dangerouslySetInnerHTML`: the only place in the bundles that writes HTML. */
const ASSIGNMENT = /\(\w+\.innerHTML=\w+\.__html\)/g;

/**
 * Takes from Preact the one line that writes HTML into a page. No component of ours may use it (Biome refuses
 * `dangerouslySetInnerHTML`), and without it Mozilla's linter has nothing to warn about.
 */
export function withoutInnerHtml(): Plugin {
	return {
		name: 'sobrio:without-inner-html',
		apply: 'build',
		transform(code, id) {
			if (!PREACT.test(id)) return null;
			const places = code.match(ASSIGNMENT)?.length ?? 0;
			if (places !== 1) this.error(`Preact writes HTML in ${places} places, not in one: look at this plugin again.`);
			return { code: code.replace(ASSIGNMENT, '(0)'), map: null };
		},
	};
}
