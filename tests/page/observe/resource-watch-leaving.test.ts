// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, NOTHING, PAGE, PICTURE, ResourceRig } from './resource-rig';

let rig: ResourceRig;

beforeEach(() => {
	rig = new ResourceRig();
});
afterEach(() => rig.close());

describe('a page that unloads while it loads', () => {
	const picture = (changes: Partial<HTMLImageElement> = {}) => ({ currentSrc: PICTURE, complete: true, ...changes });
	const element = () =>
		Object.defineProperties(document.createElement('img'), {
			currentSrc: { value: PICTURE, writable: true },
			complete: { value: true },
		});
	const leave = (pictures: readonly Partial<HTMLImageElement>[], loadEventStart = 0) => {
		vi.stubGlobal('document', { images: pictures, scripts: [], querySelectorAll: () => [] });
		vi.stubGlobal('location', { origin: 'https://moodle.example' });
		rig.navigationEntry = { name: PAGE, transferSize: 900, ...{ loadEventStart } };
		return rig.watch.take(10, true).filter(({ key }) => key === addressKey(PICTURE));
	};

	it('reports its unfinished images: Firefox may add no entry for them', () => {
		expect(leave([picture()])).toEqual([
			{
				...NOTHING,
				key: addressKey(PICTURE),
				initiator: 'img',
				ending: 'jpg',
				opaqueCount: 1,
				brokenCount: 0,
				entries: [],
			},
		]);
	});

	it('reports an image that is shown twice once', () => {
		expect(leave([picture(), picture()])).toMatchObject([{ opaqueCount: 1 }]);
	});

	it('reports an image with an entry by its entry', () => {
		rig.deliver([entry({ name: PICTURE, initiatorType: 'img', transferSize: 800 })]);
		expect(leave([picture()])).toMatchObject([{ timedCount: 1, timedBytes: 800, opaqueCount: 0 }]);
	});

	it('reports an image that still loads though the page had finished loading: a script added it', () => {
		expect(leave([picture({ complete: false })], 1_200)).toMatchObject([{ opaqueCount: 1 }]);
	});

	it('reports an image that the browser gave up, of which Firefox says that it is complete, and adds no entry', () => {
		expect(leave([picture({ naturalWidth: 640 })], 1_200)).toMatchObject([{ opaqueCount: 1 }]);
	});

	it.each(['was loaded at once', 'had been loaded before'])(
		'does not report an image that %s, by a cache without an entry',
		(when) => {
			const image = element();
			document.body.append(image);
			if (when === 'was loaded at once') image.dispatchEvent(new Event('load'));
			else rig = new ResourceRig();
			image.remove();
			expect(leave([image], 1_200)).toEqual([]);
		},
	);

	it('does not report an image that failed, as one that is blocked does', () => {
		const image = element();
		document.body.append(image);
		image.dispatchEvent(new Event('error'));
		image.remove();
		expect(leave([image], 1_200)).toEqual([]);
	});

	it('reports an image that failed after its first lines: Firefox gave it up', () => {
		const image = Object.defineProperty(element(), 'naturalWidth', { value: 640 });
		document.body.append(image);
		image.dispatchEvent(new Event('error'));
		image.remove();
		expect(leave([image], 1_200)).toMatchObject([{ opaqueCount: 1 }]);
	});

	it.each(['load', 'error'])('hears of it (%s) in a document that was written anew', (type) => {
		const removed = vi.spyOn(document, 'removeEventListener');
		rig.watch.stop();
		expect(removed.mock.calls.map(([name]) => name)).toContain(type);
		rig.watch.listen();
		const image = element();
		document.body.append(image);
		image.dispatchEvent(new Event(type));
		image.remove();
		expect(leave([image], 1_200)).toEqual([]);
	});

	it('reports an image that has loaded another address before', () => {
		const image = Object.assign(element(), { currentSrc: 'https://media.example/first.jpg' });
		document.body.append(image);
		image.dispatchEvent(new Event('load'));
		image.remove();
		expect(leave([Object.assign(image, { currentSrc: PICTURE })], 1_200)).toMatchObject([{ opaqueCount: 1 }]);
	});

	it.each([
		[
			'has not begun, being lazy, in a page that had finished loading',
			[picture({ loading: 'lazy', complete: false })],
			1_200,
		],
		['has not begun, being lazy', [picture({ loading: 'lazy', complete: false })], 0],
		['has no http address', [picture({ currentSrc: 'data:image/png;base64,AAAA' })], 0],
	])('does not report an image that %s', (_, pictures, loadEventStart) => {
		expect(leave(pictures, loadEventStart)).toEqual([]);
	});

	it('does not report images of an earlier visit of the document', () => {
		rig.watch.reset();
		expect(leave([picture()])).toEqual([]);
	});

	it('leaves them to network events under full visibility', () => {
		rig.watch.applyAnswer({ visitId: 'v', isFullyVisible: true, isFromNow: false, wanted: [] });
		expect(leave([picture()])).toEqual([]);
	});
});

describe('a page that is left while it loads something of another site', () => {
	const FILE = 'https://media.example/file';
	const LINKED_AHEAD = 'link[rel~="prefetch"],link[rel~="preload"],link[rel~="modulepreload"]';
	beforeEach(() => vi.stubEnv('FIREFOX', ''));
	afterEach(() => vi.unstubAllEnvs());

	const ahead = (rel: string, changes: object = {}) => ({
		...{ href: FILE, media: '', as: '', relList: { contains: (name: string) => name === rel } },
		...changes,
	});
	const leave = (elements: Readonly<Record<string, readonly object[]>>) => {
		const { scripts = [], ...others } = elements;
		const querySelectorAll = (selector: string) => others[selector] ?? [];
		vi.stubGlobal('document', { images: [], scripts, querySelectorAll });
		vi.stubGlobal('location', { origin: 'https://moodle.example' });
		rig.navigationEntry = { name: PAGE, transferSize: 900, ...{ loadEventStart: 1_200 } };
		return rig.watch.take(10, true).filter(({ key }) => key !== addressKey(PAGE));
	};

	it.each<[string, Record<string, readonly object[]>]>([
		['script', { scripts: [{ src: FILE, type: '' }] }],
		['script', { scripts: [{ src: FILE, type: 'text/javascript' }] }],
		['iframe', { iframe: [{ src: FILE, loading: 'eager' }] }],
		['object', { object: [{ data: FILE }] }],
		['embed', { embed: [{ src: FILE }] }],
		['link', { 'link[rel~="stylesheet"]': [{ href: FILE, sheet: null, disabled: false }] }],
		['link', { [LINKED_AHEAD]: [ahead('prefetch')] }],
		['link', { [LINKED_AHEAD]: [ahead('preload', { as: 'font' })] }],
		['link', { [LINKED_AHEAD]: [ahead('modulepreload', { media: 'all' })] }],
	])('reports it as unknown: %s', (initiator, elements) => {
		expect(leave(elements)).toMatchObject([{ key: addressKey(FILE), initiator, opaqueCount: 1 }]);
	});

	it('reports what has an entry by that', () => {
		rig.deliver([entry({ name: FILE, initiatorType: 'script', transferSize: 800 })]);
		expect(leave({ scripts: [{ src: FILE, type: '' }] })).toMatchObject([{ timedCount: 1, opaqueCount: 0 }]);
	});

	it.each<[string, Record<string, readonly object[]>]>([
		[
			'is of its own site, whose requests network events show',
			{ scripts: [{ src: 'https://moodle.example/a.js', type: '' }] },
		],
		['is a script that waits for consent', { scripts: [{ src: FILE, type: 'text/plain' }] }],
		['is a script for older browsers', { scripts: [{ src: FILE, type: '', noModule: true }] }],
		['is the address of a frame with a document of its own', { iframe: [{ src: FILE, srcdoc: '<p>' }] }],
		['has no address', { scripts: [{ src: '', type: '' }], iframe: [{ src: 'about:blank' }] }],
		['is a style sheet that it has', { 'link[rel~="stylesheet"]': [{ href: FILE, sheet: {}, disabled: false }] }],
		['is linked ahead for another screen', { [LINKED_AHEAD]: [ahead('prefetch', { media: 'print' })] }],
		['is linked ahead as nothing that the browser knows', { [LINKED_AHEAD]: [ahead('preload')] }],
		['is a lazy frame', { iframe: [{ src: FILE, loading: 'lazy' }] }],
	])('does not report what %s', (_title, elements) => {
		expect(leave(elements)).toEqual([]);
	});

	it('does not report a prefetch in Firefox, where it may be off', () => {
		vi.stubEnv('FIREFOX', 'yes');
		expect(leave({ [LINKED_AHEAD]: [ahead('prefetch')] })).toEqual([]);
		expect(leave({ [LINKED_AHEAD]: [ahead('modulepreload')] })).toMatchObject([{ opaqueCount: 1 }]);
	});
});

describe('a reading that is aborted', () => {
	it('continues where it stopped, and counts nothing twice', () => {
		const stopped = entry({ name: PICTURE });
		const stop = vi
			.fn((): string => PICTURE)
			.mockImplementationOnce(() => {
				throw new Error('Stopped.');
			});
		Object.defineProperty(stopped, 'name', { get: stop });
		rig.deliver([entry(), stopped]);
		expect(() => rig.watch.take(10, true)).toThrow('Stopped.');
		rig.deliver([entry()]);
		expect(rig.watch.take(10, true)).toMatchObject([
			{ key: addressKey(API), opaqueCount: 2 },
			{ key: addressKey(PICTURE), opaqueCount: 1 },
		]);
	});

	describe('a fetch that may have been given up', () => {
		const FILE = 'https://moodle.example/grades.json';
		const fetched = (changes: Partial<PerformanceResourceTiming>) =>
			entry({
				name: FILE,
				initiatorType: 'fetch',
				transferSize: 300,
				encodedBodySize: 0,
				responseStatus: 200,
				responseEnd: performance.now(),
				...changes,
			});
		const takeLast = (changes: Partial<PerformanceResourceTiming> = {}) => {
			rig.deliver([fetched(changes)]);
			return rig.watch.take(10, true).find(({ key }) => key === addressKey(FILE));
		};

		it('has no size, though Chrome has an entry of it without a body', () => {
			expect(takeLast()).toMatchObject({ brokenCount: 1, timedCount: 0, entries: [] });
		});

		it.each<[string, Partial<PerformanceResourceTiming>]>([
			['ended long before', { responseEnd: performance.now() - 5_000 }],
			['has no body by its status', { responseStatus: 204 }],
			['has a body', { transferSize: 900, encodedBodySize: 600 }],
		])('has its size where it %s', (_, changes) => {
			expect(takeLast(changes)).toMatchObject({ brokenCount: 0, timedCount: 1 });
		});
	});
});
