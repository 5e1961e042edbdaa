import { describe, expect, it, vi } from 'vitest';
import { request } from '@/tests/core/visit/sample';
import { PreflightWatch } from '@/utils/background/network/preflights';
import { requestEvents } from '@/utils/background/network/request-events';
import type { RequestDetails } from '@/utils/core/measure/network-request';

vi.mock('webextension-polyfill', () => {
	const onCompleted = { addListener: vi.fn(), removeListener: vi.fn() };
	return { default: { webRequest: { onCompleted } } };
});

const PAGE_ORIGIN = 'https://moodle.example';
const fetched = (url: string, changes: Partial<RequestDetails> = {}) =>
	request(url, { type: 'xmlhttprequest', initiator: PAGE_ORIGIN, ...changes });

function watch() {
	const added = vi.mocked(requestEvents.onCompleted.addListener);
	added.mockClear();
	const onPreflight = vi.fn();
	const preflights = new PreflightWatch(onPreflight);
	return { preflights, onPreflight, urlsAsked: () => added.mock.calls.map(([, filter]) => filter.urls) };
}

describe('preflights in Chrome', () => {
	it('are asked for towards hosts from which a page fetched across origins, and no others', () => {
		const { preflights, urlsAsked } = watch();
		preflights.noteFetch(fetched(`${PAGE_ORIGIN}/state`));
		preflights.noteFetch(fetched('https://media.example/photo.jpg', { type: 'image' }));
		expect(urlsAsked()).toEqual([]);
		preflights.noteFetch(fetched('https://api.example:8443/state'));
		preflights.noteFetch(fetched('https://api.example:8443/more'));
		preflights.noteFetch(fetched('https://lrs.example/'));
		expect(urlsAsked()).toEqual([['*://api.example/*'], ['*://api.example/*', '*://lrs.example/*']]);
	});

	it('are asked for towards the twenty hosts that came last', () => {
		const { preflights, urlsAsked } = watch();
		for (let host = 0; host < 25; host++) preflights.noteFetch(fetched(`https://host${host}.example/`));
		expect(urlsAsked().at(-1)).toHaveLength(20);
		expect(urlsAsked().at(-1)).toContain('*://host24.example/*');
		expect(urlsAsked().at(-1)).not.toContain('*://host4.example/*');
	});

	it('are asked for anew when another host was granted, once any was noted', () => {
		const { preflights, urlsAsked } = watch();
		preflights.start();
		expect(urlsAsked()).toEqual([]);
		preflights.noteFetch(fetched('https://api.example/state'));
		preflights.start();
		expect(urlsAsked()).toEqual([['*://api.example/*'], ['*://api.example/*']]);
	});

	it('are told once, though two listeners hear them', () => {
		const { preflights, onPreflight } = watch();
		const asked = fetched('https://api.example/state', { method: 'OPTIONS', requestId: '7' });
		expect([preflights.handle(asked), preflights.handle(asked)]).toEqual([true, true]);
		expect(preflights.handle(fetched('https://api.example/state'))).toBe(false);
		expect(onPreflight).toHaveBeenCalledTimes(1);
	});
});
