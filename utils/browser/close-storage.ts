import { browser } from './browser';

/** The part of `storage.local` that Firefox lacks, and the polyfill's types. */
interface Closable {
	setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps content scripts, and so the processes of pages, out of `storage.local`; `storage.session` is closed to them anyway. Chrome only:
 * https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel. In Firefox they can always
 * read it, so no secret is stored there (see {@link createSecret} in `secret.ts`).
 */
export async function closeStorage(): Promise<void> {
	await (browser.storage.local as Closable).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
