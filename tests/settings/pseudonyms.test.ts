import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { discardSecret, loadCodes, loadIds } from '@/utils/settings/pseudonyms';

const COURSES = ['moodle.example 7', 'moodle.example 8'];

beforeEach(() => fakeBrowser.reset());

describe('codes in shared exports', () => {
	it('are the same in each export, and differ between courses', async () => {
		const codes = await loadCodes(COURSES);
		expect(await loadCodes(COURSES)).toEqual(codes);
		expect(codes.source).toMatch(/^[0-9a-z]{12}$/);
		expect(new Set([codes.source, ...codes.courses.values()]).size).toBe(3);
		for (const code of codes.courses.values()) expect(code).toMatch(/^[0-9a-z]{10}$/);
	});

	it('are the same when the first two requests run at the same time', async () => {
		const [a, b] = await Promise.all([loadCodes(COURSES), loadCodes(COURSES)]);
		expect(a).toEqual(b);
	});

	it('cannot be linked with those of before an erasure', async () => {
		const before = await loadCodes(COURSES);
		await discardSecret();
		const after = await loadCodes(COURSES);
		expect(after.source).not.toBe(before.source);
		expect(after.courses.get('moodle.example 7')).not.toBe(before.courses.get('moodle.example 7'));
	});
});

describe('ids of statements', () => {
	it('are version 5 UUIDs, the same each time', async () => {
		const ids = await loadIds(['2026-11-24 a', '2026-11-24 b', '2026-11-24 a']);
		expect(await loadIds(['2026-11-24 a'])).toEqual(new Map([['2026-11-24 a', ids.get('2026-11-24 a')]]));
		expect(new Set(ids.values()).size).toBe(2);
		for (const id of ids.values())
			expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
	});
});
