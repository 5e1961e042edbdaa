/**
 * Events on the document between the two worlds of a frame in sober mode. The page hears them too: nothing in them is
 * secret or trusted. This one names the effects that are on, joined by commas; none of them is sober mode off.
 */
export const EFFECTS_EVENT = 'sobrio:sober';
/** The page world's totals so far: bytes avoided; 1 while a video keeps the lighter list that it was given; videos that can be capped. */
export const AVOIDED_EVENT = 'sobrio:avoided';
/** Asks the page world for its totals now. */
export const ASK_AVOIDED_EVENT = 'sobrio:ask-avoided';
