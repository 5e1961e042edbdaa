import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { HOSTED_MATCHES, isHostedHost, platformName, platformsOf } from '@/utils/core/platforms/hosted';
import type { PageView } from '@/utils/core/platforms/page-view';
import { platformId } from '@/utils/core/platforms/platform';
import { readContext } from '@/utils/core/platforms/read-context';

/** A page without markup, as single-page platforms are before they render. */
function blankPage(url: string): PageView {
	return { url, has: () => false, text: () => null, attribute: () => null, inlineScriptIncludes: () => false };
}

const ADDRESSES = join(import.meta.dirname, 'addresses');

/** A file for each platform, named by its id; a line for each page: its address, the course key (`-` for none), the activity. */
const PAGES = readdirSync(ADDRESSES).flatMap((file) =>
	readFileSync(join(ADDRESSES, file), 'utf8')
		.trim()
		.split('\n')
		.map((line) => [...line.split(' '), file.replace('.txt', '')] as [string, string, string, string]),
);

describe('hosted platforms', () => {
	it.each(PAGES)('%s', (url, key, activity, platform) => {
		const courseKey = key === '-' ? '' : key;
		expect(readContext(blankPage(url), CATALOGUE)).toMatchObject({ platform, courseKey, courseLabel: null, activity });
	});

	it('are not recognised outside their part of a shared host', () => {
		for (const url of [
			'https://www.linkedin.com/feed/',
			'https://learn.microsoft.com/fr-fr/azure/',
			'https://exemple.zoom.us/profile',
		]) {
			expect(readContext(blankPage(url), CATALOGUE)).toBeNull();
		}
	});

	it('have distinct https match patterns of whole hosts, no wider than a domain', () => {
		expect(new Set(HOSTED_MATCHES).size).toBe(HOSTED_MATCHES.length);
		for (const pattern of HOSTED_MATCHES) expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
		expect(HOSTED_MATCHES).toContain('https://*.instructure.com/*');
		// Meetings and hosts with content besides courses are followed on request only.
		expect(HOSTED_MATCHES.join()).not.toMatch(/teams|meet\.google|webex|zoom|linkedin|microsoft/);
	});

	it('are recognised by exact hosts, not lookalikes', () => {
		for (const host of ['udemy.com', 'www.udemy.com', 'www.udemy.com.', 'a.b.instructure.com', 'openclassrooms.com']) {
			expect(isHostedHost(host), host).toBe(true);
		}
		for (const host of [
			'notudemy.com',
			'udemy.com.evil.example',
			'udemy.com..',
			'x.openclassrooms.com',
			'meet.google.com',
			'www.linkedin.com',
			'',
		]) {
			expect(isHostedHost(host), host).toBe(false);
		}
	});

	it('are found by their host, or by the platform that is stored for a followed site', () => {
		expect(platformsOf('www.udemy.com', null).map(platformId)).toEqual(['udemy']);
		expect(platformsOf('moodle.exemple.fr', 'moodle').map(platformId)).toEqual(['moodle']);
		expect(platformsOf('moodle.exemple.fr', 'site')).toEqual([]);
		expect(platformsOf('moodle.exemple.fr', null)).toEqual([]);
	});
});

describe('the catalogue', () => {
	it('has a fixture of each platform under its id, which is stored with figures and so must not change', () => {
		const marked = CATALOGUE.filter(({ mark }) => mark).map(platformId);
		const ids = readdirSync(ADDRESSES).map((file) => file.replace('.txt', ''));
		expect(CATALOGUE.map(platformId).sort()).toEqual([...new Set([...marked, ...ids])].sort());
	});

	it('has distinct ids, and no name for others', () => {
		expect(new Set(CATALOGUE.map(platformId)).size).toBe(CATALOGUE.length);
		expect(platformName('open-edx')).toBe('Open edX');
		expect(platformName('site')).toBeNull();
	});

	it('is plain data that is unchanged by JSON', () => {
		expect(JSON.parse(JSON.stringify(CATALOGUE))).toEqual(CATALOGUE);
	});
});
