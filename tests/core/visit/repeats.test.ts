import { describe, expect, it } from 'vitest';
import { type CourseFiles, noteFiles, repeatWaste } from '@/utils/core/visit/repeats';

const visits = (...keysByVisit: readonly string[][]): CourseFiles =>
	keysByVisit.reduce<CourseFiles>((known, keys, index) => noteFiles(known, `visit${index}`, keys), {});

describe('files loaded again', () => {
	it('count from the third visit that loads them', () => {
		expect(repeatWaste(visits(['a'], ['a']), [['a', 9_000]])).toEqual({ repeatCount: 0, repeatBytes: 0 });
		expect(
			repeatWaste(visits(['a', 'b'], ['a'], ['a', 'b']), [
				['a', 9_000],
				['b', 7_000],
			]),
		).toEqual({ repeatCount: 1, repeatBytes: 9_000 });
	});

	it('count once per visit, although it is inspected several times', () => {
		const once = visits(['a']);
		expect(noteFiles(noteFiles(once, 'visit0', ['a']), 'visit0', ['a'])).toEqual(once);
	});

	it('are in the order of their last visit', () => {
		expect(Object.keys(visits(['a', 'b'], ['a']))).toEqual(['b', 'a']);
	});
});
