import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reservedNames, updateManifest, withUpdates } from '@/scripts/setup/release';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sobrio-release-'));
	mkdirSync(join(folder, 'chunks'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

describe('a release', () => {
	it('has no name under a domain that nobody can own', () => {
		write('manifest.json', '{"browser_specific_settings":{"gecko":{"id":"sobrio@sobrio.example"}}}');
		write('background.js', 'const a="https://sobrio.example/xapi/",b=`https://sobrio.example/schemas/`;');
		write('chunks/page.html', '<a href="https://www.other.example">');
		write('page.css', '/* Seen at site.example. */');
		expect(reservedNames(folder)).toEqual([
			'background.js: sobrio.example',
			'chunks/page.html: www.other.example',
			'manifest.json: sobrio@sobrio.example',
			'page.css: site.example',
		]);
	});

	it('is ready once all of them are under a domain that somebody owns', () => {
		write('manifest.json', '{"browser_specific_settings":{"gecko":{"id":"sobrio@sobrio.org"}}}');
		write('background.js', 'const a="https://sobrio.org/xapi/";// for example, an.examplefile');
		write('messages.json', '{"placeholder":"moodle.example.org","also":"https://campus.example.com/cours."}');
		expect(reservedNames(folder)).toEqual([]);
	});
});

it('a copy that does not come from the store differs by the address of its updates alone', () => {
	const gecko = { id: 'sobrio@sobrio.org', strict_min_version: '142.0' };
	const manifest = { version: '1.2.3', permissions: ['storage'], browser_specific_settings: { gecko } };
	expect(withUpdates(manifest, 'https://sobrio.org/updates.json')).toEqual({
		...manifest,
		browser_specific_settings: { gecko: { ...gecko, update_url: 'https://sobrio.org/updates.json' } },
	});
});

it('the update manifest names one version, its file and the SHA-256 of the file', () => {
	const gecko = { id: 'sobrio@sobrio.org', strict_min_version: '142.0' };
	const manifest = { version: '1.2.3', browser_specific_settings: { gecko } };
	const address = 'https://sobrio.org/sobrio-1.2.3.xpi';
	expect(updateManifest(manifest, { address, bytes: new TextEncoder().encode('abc') })).toEqual({
		addons: {
			'sobrio@sobrio.org': {
				updates: [
					{
						version: '1.2.3',
						update_link: address,
						// FIPS 180-2, appendix B.1: the digest of "abc".
						update_hash: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
						applications: { gecko: { strict_min_version: '142.0' } },
					},
				],
			},
		},
	});
});
