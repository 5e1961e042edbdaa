/** Name under which `/place.js` leaves its function in the isolated world. */
export const PLACE_READER = 'sobrioReadPlace';
