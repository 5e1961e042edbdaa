import { browser } from './browser';

/** The part of a storage area that Firefox lacks, and the polyfill's types. */
interface Closable {
	setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps content scripts, and so the processes of pages, out of `storage.local` and of the organisation's policy; `storage.session` is
 * closed to them anyway. Chrome only: https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel.
 * In Firefox they can always read both, so no secret is stored there (see {@link createSecret} in `secret.ts`), and
 * `docs/deployment.md` says what an organisation risks.
 */
export async function closeStorage(): Promise<void> {
	const areas: readonly Closable[] = [browser.storage.local as Closable, browser.storage.managed as Closable];
	await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}

/** Whether this browser keeps content scripts out of `storage.local`. */
export const canCloseStorage = () => (browser.storage.local as Closable).setAccessLevel !== undefined;
