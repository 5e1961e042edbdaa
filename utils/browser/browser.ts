import polyfill, { type Downloads, type Runtime } from 'webextension-polyfill';

/**
 * The browser's extension interface, with promises in Chrome too: the only one outside of injected scripts, which do
 * without because its code would go into every frame.
 */
export const browser = polyfill;

export type MessageSender = Runtime.MessageSender;
export type Port = Runtime.Port;
export type DownloadChange = Downloads.OnChangedDownloadDeltaType;
