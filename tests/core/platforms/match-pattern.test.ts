import { expect, it } from 'vitest';
import { addressPattern, hostPattern, patternHost } from '@/utils/core/platforms/match-pattern';

it('the pattern of a host covers its pages over both schemes, or over HTTPS only', () => {
	expect(hostPattern('moodle.example')).toBe('*://moodle.example/*');
	expect(hostPattern('moodle.example', 'https')).toBe('https://moodle.example/*');
});

it('the pattern of an address has its scheme but no port, which match patterns exclude', () => {
	expect(addressPattern('https://lrs.example:8443/xapi')).toBe('https://lrs.example/*');
	expect(addressPattern('http://localhost:8080/xapi')).toBe('http://localhost/*');
	expect(() => addressPattern('nowhere')).toThrow(TypeError);
});

it('the host of a pattern is read back', () => {
	expect(patternHost('*://*.moodle.example/*')).toBe('*.moodle.example');
	expect(patternHost('<all_urls>')).toBeUndefined();
});
