/**
 * Events on the document between the two worlds of a frame. The page hears them too: nothing in them is secret or trusted.
 * An ask with a detail starts all totals from nothing.
 */
export const ASK_EVENT = 'sobrio:ask';
/**
 * The page world's answer to an ask, at once: a text of one line per address or statistic, see `parseConnections`. Without a
 * detail it says that something grew since the last ask, once, and only to a frame that has asked.
 */
export const SAY_EVENT = 'sobrio:say';
/** The page world says, as its detail, the MIME type of what a player is about to feed a video with. */
export const FEED_EVENT = 'sobrio:feed';
/** The page world shows the observer a node: the event's related target. See `hookMedia`. */
export const MEET_EVENT = 'sobrio:meet';
