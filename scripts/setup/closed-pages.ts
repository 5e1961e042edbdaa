import type { Plugin } from 'vitest/config';

/** Forbids a page every connection; added to the extension's own policy, of which the stricter part always holds. */
const CLOSED = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`;

/** Closes every page of the built extension: only the background may ask the store of learning records that the user set up. */
export function closedPages(): Plugin {
	return {
		name: 'sobrio:closed-pages',
		apply: 'build',
		transformIndexHtml: (html) => html.replace('<head>', `<head>${CLOSED}`),
	};
}
