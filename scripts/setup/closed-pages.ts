import type { Plugin } from 'vitest/config';

/** Refuses a page every connection. It is added to the manifest's policy: where two policies differ, the stricter one holds. */
const CLOSED = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`;

/**
 * Closes every page of the built extension: only the background may send a request, to the Learning Record Store or the folder that the user
 * set up. A plugin, because the development server reloads the same pages over a socket, which this policy would refuse.
 */
export function closedPages(): Plugin {
	return {
		name: 'sobrio:closed-pages',
		apply: 'build',
		transformIndexHtml: (html) => html.replace('<head>', `<head>${CLOSED}`),
	};
}
