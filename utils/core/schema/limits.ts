/** A report holds at most this many addresses; a frame with more to say sends several. */
export const MAX_ADDRESSES_A_REPORT = 500;
/** Addresses of unknown size that a frame is asked about at once. */
export const MAX_WANTED = 100;

/** Random id of a document or a visit. */
export const FRAME_ID = /^[\w-]{8,64}$/;
/** Key of an address, see `addressKey`. */
export const KEY = /^[0-9a-z]{1,16}$/;
