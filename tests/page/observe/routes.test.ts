// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RouteWatch } from '@/utils/page/observe/routes';

/** Where the page stands; the navigation events of a browser are sent by hand. */
const place = { pathname: '/course', hash: '', search: '' };
const navigation = new EventTarget();
const onRoute = vi.fn();
let watch: RouteWatch;

function go(to: Partial<typeof place>, event?: () => void): void {
	Object.assign(place, to);
	event?.();
}
const currentEntryChange = () => navigation.dispatchEvent(new Event('currententrychange'));

beforeEach(() => {
	vi.stubGlobal('location', place);
	vi.stubGlobal('navigation', navigation);
	Object.assign(place, { pathname: '/course', hash: '', search: '' });
	onRoute.mockReset();
	watch = new RouteWatch(onRoute);
});
afterEach(() => {
	watch.stop();
	vi.unstubAllGlobals();
});

describe('another page without a load', () => {
	it.each([
		['the Navigation API says so', currentEntryChange],
		['history goes back', () => dispatchEvent(new Event('popstate'))],
		['the fragment changes', () => dispatchEvent(new Event('hashchange'))],
		['somebody checks', () => watch.check()],
	])('is noticed once when %s', (_title, event) => {
		go({ pathname: '/course/2' }, event);
		currentEntryChange();
		expect(onRoute).toHaveBeenCalledTimes(1);
	});

	it.each(['#/lesson/2', '#!lesson/2'])('may stand in the fragment: %s', (hash) => {
		go({ hash }, currentEntryChange);
		expect(onRoute).toHaveBeenCalledTimes(1);
	});

	it.each(['?course_id=_12_1', '?sid=0&courseId=12', '?cidReq=ECO1', '?ou=6606'])(
		'may be another course, named in the query: %s',
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

	it('is no longer noticed once it is stopped', () => {
		watch.stop();
		go({ pathname: '/course/2' }, currentEntryChange);
		dispatchEvent(new Event('popstate'));
		dispatchEvent(new Event('hashchange'));
		expect(onRoute).not.toHaveBeenCalled();
	});

	it('is noticed by checking in a browser without the Navigation API', () => {
		watch.stop();
		vi.stubGlobal('navigation', undefined);
		watch = new RouteWatch(onRoute);
		go({ pathname: '/course/2' });
		watch.check();
		expect(onRoute).toHaveBeenCalledTimes(1);
	});
});
