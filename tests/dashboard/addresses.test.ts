import { describe, expect, it } from 'vitest';
import { hashOf, monthOfWeek, parseHash } from '@/entrypoints/dashboard/context/route';
import { hostOfTyped } from '@/entrypoints/dashboard/sites/sites-model';
import { type TabFacts, viewWithoutVisit, webHost } from '@/entrypoints/popup/view';

describe('the address of the dashboard', () => {
	it.each([
		['', { view: 'week', week: '2026-W48', measure: 'data' }],
		['#semaine/2026-W40', { view: 'week', week: '2026-W40', measure: 'data' }],
		['#semaine/2026-W40/temps', { view: 'week', week: '2026-W40', measure: 'time' }],
		['#semaine/2026-W40/co2e', { view: 'week', week: '2026-W40', measure: 'co2' }],
		['#semaine/2026-W40/pas', { view: 'week', week: '2026-W40', measure: 'data' }], // no such measure
		['#semaine/2026-W54', { view: 'week', week: '2026-W48', measure: 'data' }], // no such week
		['#semaine/2027-W01', { view: 'week', week: '2026-W48', measure: 'data' }], // still to come
		['#mois', { view: 'month', month: '2026-11', measure: 'data' }],
		['#mois/2026-02/temps', { view: 'month', month: '2026-02', measure: 'time' }],
		['#mois/2026-13', { view: 'month', month: '2026-11', measure: 'data' }], // no such month
		['#mois/2026-12', { view: 'month', month: '2026-11', measure: 'data' }], // still to come
		['#export/2026-W40/temps', { view: 'export', week: '2026-W40' }],
		['#audits', { view: 'audits', audit: null, page: null, other: null }],
		['#audits/a-1', { view: 'audits', audit: 'a-1', page: null, other: null }],
		['#audits/a-1/12', { view: 'audits', audit: 'a-1', page: 12, other: null }],
		['#audits/a-1/avec-b_2', { view: 'audits', audit: 'a-1', page: null, other: 'b_2' }],
		['#audits/a 1/12', { view: 'audits', audit: null, page: null, other: null }], // no such id
		['#audits/a-1/avec-', { view: 'audits', audit: 'a-1', page: null, other: null }],
		['#sites', { view: 'sites' }],
		['#methode', { view: 'method' }],
		['#donnees', { view: 'data' }],
		['#reglages', { view: 'settings' }],
		['#nowhere', { view: 'week', week: '2026-W48', measure: 'data' }],
	])('"%s"', (hash, route) => {
		expect(parseHash(hash, '2026-11-26')).toEqual(route);
	});

	it('leads back to the route that it was made of', () => {
		for (const hash of [
			'#semaine/2026-W40',
			'#semaine/2026-W40/co2e',
			'#mois/2026-02',
			'#mois/2026-02/temps',
			'#export/2026-W40',
			'#audits',
			'#audits/a-1',
			'#audits/a-1/12',
			'#audits/a-1/avec-b_2',
			'#sites',
			'#methode',
			'#donnees',
			'#reglages',
		])
			expect(hashOf(parseHash(hash, '2026-11-26'))).toBe(hash);
	});
});

describe('the month of a week', () => {
	it.each([
		['2026-W40', '2026-10'], // from Monday 28 September on: four of its days
		['2026-W44', '2026-10'], // until Sunday 1 November
		['2026-W48', '2026-11'],
	])('%s is %s', (week, month) => {
		expect(monthOfWeek(week, '2026-11-26')).toBe(month);
	});

	it('is never one to come', () => {
		expect(monthOfWeek('2026-W49', '2026-11-30')).toBe('2026-11'); // its Thursday is 3 December
	});
});

describe('the host that a person typed', () => {
	it.each([
		['moodle.cfa.example', 'moodle.cfa.example'],
		[' https://Moodle.CFA.example:8443/course?id=1 ', 'moodle.cfa.example'],
		['http://127.0.0.1:8080/', '127.0.0.1'],
		['localhost:3000', 'localhost'],
		['moodle', null],
		['mon moodle', null],
		['*.example.org', null],
		['ftp://files.example.org', null],
		['javascript:alert(1)', null],
		['', null],
	])('"%s" is %s', (text, host) => {
		expect(hostOfTyped(text)).toBe(host);
	});
});

describe('the host of a tab', () => {
	it.each([
		['https://moodle.cfa.example/my/', 'moodle.cfa.example'],
		['chrome://extensions', null],
		['about:blank', null],
		['file:///home/me/course.html', null],
		['moz-extension://abc/popup.html', null],
		[null, null],
	])('%s', (url, host) => {
		expect(webHost(url)).toBe(host);
	});
});

describe('a tab without a visit', () => {
	const place = {
		platform: 'moodle',
		platformName: 'Moodle',
		courseKey: '',
		courseLabel: null,
		activity: 'page',
	} as const;
	const seen = { place, isShared: false };
	const outside = { place: null, isShared: true };
	const site = { host: 'a.example', platform: 'moodle', sinceDay: '2026-11-23', lastDay: null, isManaged: false };
	const free = { isListed: false, isManaged: false, suspension: null, pattern: '*://a.example/*' };
	const following = { ...free, isListed: true };
	const paused = { ...following, suspension: 'paused' } as const;
	const leftOut = { ...free, suspension: 'left-out' } as const;
	const tab = { tabId: 7, host: 'a.example', detection: null, site: null, following: free, hasAccess: true };
	it.each([
		['a platform is recognised', { detection: seen, hasAccess: false }, 'follow'],
		['a known platform, all of which are followed, was open before', { detection: seen, following }, 'reload'],
		['a known platform lost its permission', { detection: seen, following, hasAccess: false }, 'restore'],
		['a followed site was open before', { site, following }, 'reload'],
		['a followed site lost its permission', { site, following, hasAccess: false }, 'restore'],
		['a followed host outside its platform’s part', { site, following, detection: outside }, 'elsewhere'],
		['a followed site is paused', { site, following: paused, hasAccess: false }, 'suspended'],
		['a site is left out', { detection: seen, following: leftOut, hasAccess: false }, 'suspended'],
		['a shared host that nobody follows', { detection: outside, hasAccess: false }, 'follow'],
		['the page cannot be inspected', { hasAccess: false }, 'follow'],
	])('%s', (_, facts, name) => {
		expect(viewWithoutVisit({ ...tab, ...facts }).name).toBe(name);
	});

	it('asks for the pattern that the background names, and for the platform that is seen or listed', () => {
		const pattern = (facts: Partial<TabFacts>) => viewWithoutVisit({ ...tab, hasAccess: false, ...facts });
		const https = { ...free, pattern: 'https://a.example/*' };
		expect(pattern({ detection: seen, following: https })).toMatchObject({
			pattern: 'https://a.example/*',
			platform: 'moodle',
		});
		expect(pattern({ site, following })).toMatchObject({ pattern: '*://a.example/*', platform: 'moodle' });
		expect(pattern({})).toMatchObject({ pattern: '*://a.example/*', platform: 'site' });
	});
});
