import polyfill, { type Alarms, type Downloads, type Permissions, type Runtime } from 'webextension-polyfill';

/**
 * The browser's extension interface, with promises in Chrome too: the only one outside of injected scripts, which do
 * without because its code would go into every frame.
 */
export const browser = polyfill;

export type MessageSender = Runtime.MessageSender;
export type Port = Runtime.Port;
export type Alarm = Alarms.Alarm;
export type PermissionsChange = Permissions.Permissions;
export type DownloadChange = Downloads.OnChangedDownloadDeltaType;
