/** A report holds at most this many addresses; a frame with more to say sends several. */
export const MAX_ADDRESSES_A_REPORT = 500;
