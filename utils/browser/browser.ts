import polyfill from 'webextension-polyfill';

/** The browser's extension interface, with promises in Chrome too. Scripts that run in other people's pages do without it. */
export const browser = polyfill;
