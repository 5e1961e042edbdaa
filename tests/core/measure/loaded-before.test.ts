import { describe, expect, it } from 'vitest';
import { beginVisit, loadedVideo, report } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyReport } from '@/utils/core/measure/apply-report';
import { loadedBefore } from '@/utils/core/measure/loaded-before';

const visitWith = (shares: Readonly<Record<string, number>>, before: Readonly<Record<string, number>> = {}) => {
	const visit = beginVisit({ loadedBefore: before });
	applyReport(visit, report({ videos: Object.entries(shares).map(([url, share]) => loadedVideo(url, { share })) }));
	return visit;
};
const keyed = (shares: Readonly<Record<string, number>>) =>
	Object.fromEntries(Object.entries(shares).map(([url, share]) => [addressKey(url), share]));

describe('the shares of videos loaded by earlier visits', () => {
	it('are the largest that any of them had, or knew of', () => {
		const visits = [
			visitWith({ 'https://a.example/1': 0.5 }, keyed({ 'https://a.example/2': 0.9 })),
			visitWith({ 'https://a.example/1': 0.2, 'https://a.example/2': 0.3 }),
		];
		expect(loadedBefore(visits)).toEqual(keyed({ 'https://a.example/1': 0.5, 'https://a.example/2': 0.9 }));
	});

	it('are none without a visit, nor for other files', () => {
		expect(loadedBefore([])).toEqual({});
		expect(loadedBefore([visitWith({ 'https://a.example/1': 0 })])).toEqual({});
	});

	it('are those of the last fifty videos', () => {
		const many = (from: number) =>
			Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`https://a.example/${from + index}`, 0.5]));
		const shares = loadedBefore([visitWith(many(0)), visitWith(many(40)), visitWith({ 'https://a.example/35': 0.1 })]);
		expect(Object.keys(shares)).toHaveLength(50);
		expect(shares).toMatchObject(keyed({ 'https://a.example/35': 0.5, 'https://a.example/79': 0.5 }));
		expect(shares).not.toHaveProperty(addressKey('https://a.example/0'));
	});
});
