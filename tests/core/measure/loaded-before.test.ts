import { describe, expect, it } from 'vitest';
import { beginVisit, loadedVideo, report } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyReport } from '@/utils/core/measure/live-visit';
import { loadedBefore } from '@/utils/core/measure/loaded-before';

const visitWith = (shares: Readonly<Record<string, number>>, before: Readonly<Record<string, number>> = {}) => {
	const visit = beginVisit({ loadedBefore: before });
	applyReport(visit, report({ videos: Object.entries(shares).map(([url, share]) => loadedVideo(url, { share })) }));
	return visit;
};
const keyed = (shares: Readonly<Record<string, number>>) =>
	Object.fromEntries(Object.entries(shares).map(([url, share]) => [addressKey(url), share]));

describe('what earlier visits had loaded of videos', () => {
	it('is the largest share that any of them had, or knew of', () => {
		const visits = [
			visitWith({ 'https://a.example/1': 0.5 }, keyed({ 'https://a.example/2': 0.9 })),
			visitWith({ 'https://a.example/1': 0.2, 'https://a.example/2': 0.3 }),
		];
		expect(loadedBefore(visits)).toEqual(keyed({ 'https://a.example/1': 0.5, 'https://a.example/2': 0.9 }));
	});

	it('is nothing without one, nor for other files', () => {
		expect(loadedBefore([])).toEqual({});
		expect(loadedBefore([visitWith({ 'https://a.example/1': 0 })])).toEqual({});
	});

	it('is that of the fifty videos that were seen last', () => {
		const many = (from: number) =>
			Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`https://a.example/${from + index}`, 0.5]));
		const kept = loadedBefore([visitWith(many(0)), visitWith(many(40)), visitWith({ 'https://a.example/35': 0.1 })]);
		expect(Object.keys(kept)).toHaveLength(50);
		expect(kept).toMatchObject(keyed({ 'https://a.example/35': 0.5, 'https://a.example/79': 0.5 }));
		expect(kept).not.toHaveProperty(addressKey('https://a.example/0'));
	});
});
