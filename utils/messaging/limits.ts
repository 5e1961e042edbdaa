/** A report holds at most this many addresses; a frame with more to say sends several. */
export const MAX_ADDRESSES_A_REPORT = 500;
/** Addresses of unknown size that a frame is asked about at once. */
export const MAX_WANTED = 100;
