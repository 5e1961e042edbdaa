// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RouteWatch } from '@/utils/page/observe/route-watch';

/** The page's location; each test dispatches the navigation events. */
const address = { pathname: '/course', hash: '', search: '' };
const navigation = new EventTarget();
const onRoute = vi.fn();
let watch: RouteWatch;

function go(to: Partial<typeof address>, event?: () => void): void {
	Object.assign(address, to);
	event?.();
}
const currentEntryChange = () => navigation.dispatchEvent(new Event('currententrychange'));

beforeEach(() => {
	vi.stubGlobal('location', address);
	vi.stubGlobal('navigation', navigation);
	Object.assign(address, { pathname: '/course', hash: '', search: '' });
	onRoute.mockReset();
	watch = new RouteWatch(onRoute);
});
afterEach(() => {
	watch.stop();
	vi.unstubAllGlobals();
});

describe('a route change', () => {
	it.each([
		['the Navigation API dispatches an event', currentEntryChange],
		['history goes back', () => dispatchEvent(new Event('popstate'))],
		['the fragment changes', () => dispatchEvent(new Event('hashchange'))],
		['the address is checked', () => watch.check()],
	])('is detected once when %s', (_title, event) => {
		go({ pathname: '/course/2' }, event);
		currentEntryChange();
		expect(onRoute).toHaveBeenCalledTimes(1);
	});

	it.each(['#/lesson/2', '#!lesson/2'])('may be in the fragment: %s', (hash) => {
		go({ hash }, currentEntryChange);
		expect(onRoute).toHaveBeenCalledTimes(1);
	});

	it.each(['?course_id=_12_1', '?sid=0&courseId=12', '?cidReq=ECO1', '?ou=6606'])(
		'may be another course in the query: %s',
		(search) => {
			go({ search }, currentEntryChange);
			go({ search: `${search}&page=2` }, currentEntryChange);
			expect(onRoute).toHaveBeenCalledTimes(1);
		},
	);

	it.each([
		['a jump within the page', { hash: '#chapter-2' }],
		['a changed query', { search: '?page=2&output=ou' }],
		['nothing', {}],
	])('is not %s', (_title, to) => {
		go(to, currentEntryChange);
		expect(onRoute).not.toHaveBeenCalled();
	});

	it('is not detected after a stop', () => {
		watch.stop();
		go({ pathname: '/course/2' }, currentEntryChange);
		dispatchEvent(new Event('popstate'));
		dispatchEvent(new Event('hashchange'));
		expect(onRoute).not.toHaveBeenCalled();
	});

	it('is detected by checking in a browser without the Navigation API', () => {
		watch.stop();
		vi.stubGlobal('navigation', undefined);
		watch = new RouteWatch(onRoute);
		go({ pathname: '/course/2' });
		watch.check();
		expect(onRoute).toHaveBeenCalledTimes(1);
	});
});
