import type { Plugin } from 'vitest/config';

const WRAPPER = '\0virtual:wxt-unlisted-script-entrypoint?';
const DEFINE = /\/define-unlisted-script\.mjs$/;
const ENTRYPOINT = /^import definition from "[^"]+";$/m;

/**
 * Takes WXT's wrapper off the injected scripts: half a kilobyte in each, for plugins that we do not have and for a crash
 * report into the console of a page where we are guests. Their own `main` lets nothing be thrown.
 */
export function bareScripts(): Plugin {
	return {
		name: 'sobrio:bare-scripts',
		apply: 'build',
		transform(code, id) {
			if (DEFINE.test(id)) return { code: 'export const defineUnlistedScript = (main) => main;', map: null };
			if (!id.startsWith(WRAPPER)) return null;
			const [entrypoint] = ENTRYPOINT.exec(code) ?? this.error('WXT wraps scripts in another way: look at this again.');
			return { code: `${entrypoint}\nexport default definition();`, map: null };
		},
	};
}
