/*
 * The channel between the two worlds of a frame: an element outside any document. A script in the page's own world creates it
 * and offers it, before the page's scripts run, as the related target of one event on the document, which is the only way to
 * pass a node to the other world. Nothing dispatched on the element reaches the document, so the page can neither hear nor
 * answer. Where a script comes into a page that is open already, the page could take the offer: the receiver checks every value.
 */

/** The scripts in the page's own world, by the event with which each offers its channel. */
export const PAGE_WORLD = 'sobrio:page-world';
export const SOBER_WORLD = 'sobrio:sober-world';
export const SOBER_PLAYERS = 'sobrio:sober-players';
export type ChannelName = typeof PAGE_WORLD | typeof SOBER_WORLD | typeof SOBER_PLAYERS;

/** To the hooks: send all counters now. With the detail `reset` they are set to 0 first. */
export const READ_COUNTERS_EVENT = 'read-counters';
/**
 * From the hooks. As a reply, before `dispatchEvent` returns, the detail is a text with one line per counter:
 * `name,count,receivedBytes,sentBytes,doubts`, where the doubts are 0 for none, plus 1 for bytes that were compressed on the wire, plus 2
 * for bytes that the cache may have answered. What has begun and not ended follows in such lines after {@link BEGUN_SEPARATOR}. The same text
 * comes by itself when an answer of an assistant begins or ends. Without a detail it notifies that a counter has
 * changed since the last reply, once, and only if there was one. The observer replaces addresses by their keys (`keyedLines`), and the
 * background checks the text with `parseConnections`, `parseCall` and `parseAnswers`. Names of counters:
 * - `wss://class.example/ws`: messages of the WebSockets to this address; `wss` for addresses beyond `MAX_CONNECTIONS`;
 * - `part:https://media.example/3.m4s`: bytes that the page received from this address and that nothing else shows;
 * - `stream:https://class.example/events`: the same of event streams, whose events may have come compressed;
 * - `rtc:transport:`, `rtc:inbound-rtp:video`: a statistic of peer connections, by type and kind;
 * - `call:classMs`: times of a video class, as milliseconds in the count;
 * - `asked:gpt`, `again:gpt`, `image:unknown`: prompts, regenerations and images asked of an assistant, by family of models;
 * - `answer:gpt`: its answers that were read, with their characters and milliseconds in place of the bytes;
 * - `reasoned:gpt`, `large:gpt`: those of them that reasoned first, with the characters of it, and those of a model that is not a small one;
 * - `own:sent`, `own:worker`, `own:login`, `own:hints`, `own:window`: the frame's own counters, see `OWN_SENT`.
 */
export const COUNTERS_EVENT = 'counters';
export const BEGUN_SEPARATOR = '\f';
/** From the hooks: a player starts to fill a video through Media Source Extensions; the detail is its MIME type. */
export const SOURCE_TYPE_EVENT = 'source-type';
/** From the hooks: the page has made an address (`blob:`) for a whole file that may be a video; the detail is the address. */
export const FILE_ADDRESS_EVENT = 'file-address';
/**
 * From the hooks: the related target is a media element or the host of a shadow root. Inside shadow roots, where the browser
 * hides the related target from everything outside, it is dispatched on the root under the channel's own random name.
 */
export const MEDIA_FOUND_EVENT = 'media-found';

/** To a script of sober mode: the effects to apply from now on, joined by commas; '' turns sober mode off. */
export const EFFECTS_EVENT = 'effects';
/** To the players' script: send the report now. */
export const READ_AVOIDED_EVENT = 'read-avoided';
/** From the players' script: what was done so far, as `encodeReport` writes it. */
export const AVOIDED_EVENT = 'avoided';
