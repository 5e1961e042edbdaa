import { describe, expect, test } from 'vitest';
import { hasDisplay, readStartOptions } from '@/scripts/setup/start-options.mjs';

const DEFAULTS = { browser: 'chromium', lang: 'fr', url: null, isHeadless: false, wantsHelp: false };

test.each([
	[[], {}],
	[['--browser', 'firefox'], { browser: 'firefox' }],
	[['--browser=firefox', '--lang=en'], { browser: 'firefox', lang: 'en' }],
	[['--headless'], { isHeadless: true }],
	[['--url', 'https://moodle.example.org/my/'], { url: 'https://moodle.example.org/my/' }],
	[['--help'], { wantsHelp: true }],
])('%j is read', (args, expected) => {
	expect(readStartOptions(args, true)).toEqual({ ok: true, value: { ...DEFAULTS, ...expected } });
});

test('without a display the course is studied automatically', () => {
	expect(readStartOptions([], false)).toEqual({ ok: true, value: { ...DEFAULTS, isHeadless: true } });
});

test.each([
	[['--speed'], '--speed'],
	[['--browser', 'safari'], 'chromium ou firefox'],
	[['--browser'], 'chromium ou firefox'],
	[['--lang', 'de'], 'fr ou en'],
	[['firefox'], 'firefox'],
	[['--headless=maybe'], '--headless=maybe'],
	[['--url', 'moodle.example.org'], 'https://'],
	[['--url'], 'https://'],
	[['--url', 'https://moodle.example.org', '--headless'], '--headless'],
	[['--lang', 'en', '--speed'], 'Unknown option'],
])('%j is refused in one line', (args, part) => {
	const read = readStartOptions(args, true);
	expect(read).toEqual({ ok: false, error: expect.stringContaining(part) });
	expect(read.ok || read.error.includes('\n')).toBe(false);
});

test('a platform of one’s own needs a display', () => {
	expect(readStartOptions(['--url', 'https://moodle.example.org'], false).ok).toBe(false);
});

describe('a display', () => {
	test.each([
		[{ DISPLAY: ':0' }, 'linux', true],
		[{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
		[{ DISPLAY: '' }, 'linux', false],
		[{}, 'linux', false],
		[{}, 'darwin', true],
	])('%j on %s: %s', (env, platform, expected) => {
		expect(hasDisplay(env, platform)).toBe(expected);
	});
});
