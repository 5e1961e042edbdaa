import { expect, it } from 'vitest';
import { addressPattern, hostPattern, patternHost } from '@/utils/core/platforms/match-pattern';

it('of a host covers its pages over both schemes, or over HTTPS alone', () => {
	expect(hostPattern('moodle.example')).toBe('*://moodle.example/*');
	expect(hostPattern('moodle.example', 'https')).toBe('https://moodle.example/*');
});

it('of an address keeps its scheme and drops its port, which no match pattern may hold', () => {
	expect(addressPattern('https://lrs.example:8443/xapi')).toBe('https://lrs.example/*');
	expect(addressPattern('http://localhost:8080/xapi')).toBe('http://localhost/*');
	expect(() => addressPattern('nowhere')).toThrow(TypeError);
});

it('leads back to its host', () => {
	expect(patternHost('*://*.moodle.example/*')).toBe('*.moodle.example');
	expect(patternHost('<all_urls>')).toBeUndefined();
});
