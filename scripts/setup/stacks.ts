import type { Plugin } from 'vitest/config';

/** The scripts that run in the page's own world. */
const IN_PAGE = /^(?:page-world|sober-world|sober-players)\.js$/;

/**
 * Names these scripts as browsers name their own code, so that no stack that a page reads contains the address of the extension
 * (a page's listener may run within a call that we hook): https://tc39.es/ecma426/#sec-linking-inline
 */
export function namelessStacks(): Plugin {
	return {
		name: 'sobrio:stacks',
		apply: 'build',
		enforce: 'post',
		generateBundle(_options, bundle) {
			for (const file of Object.values(bundle))
				if (file.type === 'chunk' && IN_PAGE.test(file.fileName)) file.code += '\n//# sourceURL=<anonymous>\n';
		},
	};
}
