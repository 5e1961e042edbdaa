import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A host name under a top-level domain that nobody can own, https://www.rfc-editor.org/rfc/rfc2606#section-2. Not `moodle.example.org`,
 * which texts give as an example to the user: section 3 keeps that domain for documents.
 */
const RESERVED_NAME = /(?<![\w.@-])[\w.@-]+\.example(?![\w-]|\.\w)/g;
const TEXT = /\.(?:js|json|html|css)$/;

/** The reserved names in a text. */
export const reservedNamesIn = (text: string): readonly string[] =>
	[...text.matchAll(RESERVED_NAME)].map(([name]) => name);

/** The reserved names in the texts of a build, each with its file: `manifest.json: id@name.example`. Empty in a release. */
export function reservedNames(folder: string): readonly string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => TEXT.test(path))
		.flatMap((path) => reservedNamesIn(readFileSync(join(folder, path), 'utf8')).map((name) => `${path}: ${name}`));
	return [...new Set(names)].sort();
}

/** The fields of a built Firefox manifest that an update manifest repeats. */
export interface ReleasedManifest {
	readonly version: string;
	readonly browser_specific_settings: {
		readonly gecko: { readonly id: string; readonly strict_min_version: string; readonly update_url?: string };
	};
}

/** Where a signed file can be had, and its content. */
export interface ReleasedFile {
	readonly address: string;
	readonly bytes: Uint8Array;
}

/** The manifest of a copy that does not come from the store: with the address of its updates. */
export function withUpdates(manifest: ReleasedManifest, updatesUrl: string): ReleasedManifest {
	const { browser_specific_settings: settings } = manifest;
	return {
		...manifest,
		browser_specific_settings: { ...settings, gecko: { ...settings.gecko, update_url: updatesUrl } },
	};
}

/**
 * The file in which Firefox looks for updates of a copy that does not come from the store, with one version in it.
 * https://extensionworkshop.com/documentation/manage/updating-your-extension/
 */
export function updateManifest(manifest: ReleasedManifest, { address, bytes }: ReleasedFile): object {
	const { id, strict_min_version } = manifest.browser_specific_settings.gecko;
	const update = {
		version: manifest.version,
		update_link: address,
		update_hash: `sha256:${sha256(bytes)}`,
		applications: { gecko: { strict_min_version } },
	};
	return { addons: { [id]: { updates: [update] } } };
}

/** SHA-256 of a file, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
