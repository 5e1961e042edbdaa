/**
 * The domain in all our names: the extension's id in Firefox, the IRIs of exports, the address of its updates. Nobody can own a domain
 * that ends in `.example` (RFC 2606), and names cannot change once people have the extension: `npm run release` refuses one.
 */
const DOMAIN = 'sobrio.example';

/** Start of our addresses, whose pages need not exist. */
export const PROJECT_SITE = `https://${DOMAIN}/`;

/** The extension's id in Firefox. Chrome derives one from the store's key. */
export const FIREFOX_ID = `sobrio@${DOMAIN}`;

/** Where Firefox looks for updates of a copy that does not come from the store. */
export const UPDATES_URL = `${PROJECT_SITE}updates.json`;
