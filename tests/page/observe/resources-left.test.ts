import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, NOTHING, PAGE, PICTURE, ResourceRig } from './resource-rig';

let rig: ResourceRig;

beforeEach(() => {
	rig = new ResourceRig();
});
afterEach(() => rig.close());

describe('a page that is left while it loads', () => {
	const picture = (changes: Partial<HTMLImageElement> = {}) => ({ currentSrc: PICTURE, complete: true, ...changes });
	const leave = (pictures: readonly Partial<HTMLImageElement>[], loadEventStart = 0) => {
		vi.stubGlobal('document', { images: pictures });
		rig.navigationEntry = { name: PAGE, transferSize: 900, ...{ loadEventStart } };
		return rig.watch.take(10, true).filter(({ key }) => key === addressKey(PICTURE));
	};

	it('tells of the pictures that broke off with it: Firefox may make no entry of them', () => {
		expect(leave([picture()])).toEqual([
			{
				...NOTHING,
				key: addressKey(PICTURE),
				initiator: 'img',
				ending: 'jpg',
				opaqueCount: 1,
				brokenCount: 0,
			},
		]);
	});

	it('tells of a picture that is there twice once', () => {
		expect(leave([picture(), picture()])).toMatchObject([{ opaqueCount: 1 }]);
	});

	it('tells of a picture that has an entry as the entry does', () => {
		rig.tell([entry({ name: PICTURE, initiatorType: 'img', transferSize: 800 })]);
		expect(leave([picture()])).toMatchObject([{ timedCount: 1, timedBytes: 800, opaqueCount: 0 }]);
	});

	it.each([
		['has not begun, being lazy', [picture({ loading: 'lazy', complete: false })], 0],
		['is no file of the web', [picture({ currentSrc: 'data:image/png;base64,AAAA' })], 0],
		['has no entry in a page that had loaded whole', [picture()], 1_200],
	])('tells nothing of a picture that %s', (_, pictures, loadEventStart) => {
		expect(leave(pictures, loadEventStart)).toEqual([]);
	});

	it('tells nothing of pictures that an earlier visit of the document brought', () => {
		rig.watch.reset();
		expect(leave([picture()])).toEqual([]);
	});

	it('leaves them to the network’s events where these show everything', () => {
		rig.watch.hear({ visitId: 'v', isFullyVisible: true, wanted: [] });
		expect(leave([picture()])).toEqual([]);
	});
});

describe('a reading that is cut short', () => {
	it('goes on where it was stopped, and counts nothing twice', () => {
		const stopped = entry({ name: PICTURE });
		const stop = vi
			.fn((): string => PICTURE)
			.mockImplementationOnce(() => {
				throw new Error('Stopped.');
			});
		Object.defineProperty(stopped, 'name', { get: stop });
		rig.tell([entry(), stopped]);
		expect(() => rig.watch.take(10, true)).toThrow('Stopped.');
		rig.tell([entry()]);
		expect(rig.watch.take(10, true)).toMatchObject([
			{ key: addressKey(API), opaqueCount: 2 },
			{ key: addressKey(PICTURE), opaqueCount: 1 },
		]);
	});
});
