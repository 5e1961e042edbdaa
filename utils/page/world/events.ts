/*
 * Events on the document between the two worlds of a frame: the observer in the isolated world and the hooks in the page's
 * own world. The page can see and forge them, so they carry no secrets and the receiver checks every value.
 */

/** Observer to hooks: send all counters now. With the detail `reset` they are set to 0 first. */
export const READ_COUNTERS_EVENT = 'sobrio:read-counters';
/**
 * Hooks to observer. As a reply, before `dispatchEvent` returns, the detail is a text with one line per counter:
 * `name,count,receivedBytes,sentBytes,isEstimate`, with 0 or 1 at the end. Without a detail it notifies that a counter has
 * changed since the last reply, once, and only if there was one. The background checks the text with `parseConnections` and
 * `parseCall`. Names of counters:
 * - `wss://class.example/ws`: messages of the WebSockets to this address; `wss` for addresses beyond `MAX_CONNECTIONS`;
 * - `part:https://media.example/3.m4s`: bytes that the page received from this address and that nothing else shows;
 * - `rtc:transport:`, `rtc:inbound-rtp:video`: a statistic of peer connections, by type and kind;
 * - `call:classMs`: times of a video class, as milliseconds in the count;
 * - `own:sent`, `own:worker`: the frame's own counters, see `OWN_SENT`.
 */
export const COUNTERS_EVENT = 'sobrio:counters';
/** Hooks to observer: a player starts to fill a video through Media Source Extensions; the detail is its MIME type. */
export const SOURCE_TYPE_EVENT = 'sobrio:source-type';
/** Hooks to observer: the page has made an address (`blob:`) for a whole file that may be a video; the detail is the address. */
export const FILE_ADDRESS_EVENT = 'sobrio:file-address';
/** Hooks to observer: the related target is a media element or a host of a shadow root. See `hookMedia`. */
export const MEDIA_FOUND_EVENT = 'sobrio:media-found';
