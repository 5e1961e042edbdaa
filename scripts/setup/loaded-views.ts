import type { Plugin } from 'vitest/config';

const PAGE = 'entrypoints/dashboard/main.tsx';

/** Modules that a page loads when a view of it is opened, and that page's own script. */
const LOADED_BY: Readonly<Record<string, string>> = {
	'entrypoints/dashboard/month/month-page.tsx': PAGE,
	'entrypoints/dashboard/export/export-page.tsx': PAGE,
	'entrypoints/dashboard/group/group-page.tsx': PAGE,
	'entrypoints/dashboard/sites/sites-page.tsx': PAGE,
	'entrypoints/dashboard/method/method-page.tsx': PAGE,
	'entrypoints/dashboard/data/data-page.tsx': PAGE,
	'entrypoints/dashboard/settings/settings-page.tsx': PAGE,
};

/**
 * Tells the bundler what it does not see: whoever loads a view has its page's script already. It would otherwise deal the
 * modules that both use out into more files, for the popup too, which shares some of them.
 */
export function loadedViews(): Plugin {
	return {
		name: 'sobrio:loaded-views',
		apply: 'build',
		transform(code, id) {
			const view = Object.keys(LOADED_BY).find((path) => id.endsWith(`/${path}`));
			const imports = view ? `import "virtual:wxt-html-plugins";import "@/${LOADED_BY[view]}";\n` : null;
			return imports && { code: imports + code, map: null };
		},
	};
}
