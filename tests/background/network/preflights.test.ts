import { describe, expect, it, vi } from 'vitest';
import { request } from '@/tests/core/visit/sample';
import { PreflightWatch } from '@/utils/background/network/preflights';
import { type RequestEvent, requestEvents } from '@/utils/background/network/request-events';
import type { RequestDetails } from '@/utils/core/measure/network-request';

const PAGE_ORIGIN = 'https://moodle.example';
const fetched = (url: string, changes: Partial<RequestDetails> = {}) =>
	request(url, { type: 'xmlhttprequest', initiator: PAGE_ORIGIN, ...changes });

function watch() {
	const added = vi.fn<RequestEvent['addListener']>();
	Object.assign(requestEvents.onCompleted, { addListener: added, removeListener: vi.fn() });
	const onPreflight = vi.fn();
	const preflights = new PreflightWatch(onPreflight);
	return { preflights, onPreflight, requestedUrls: () => added.mock.calls.map(([, filter]) => filter.urls) };
}

describe('preflights in Chrome', () => {
	it('are requested only for hosts from which a page fetched across origins', () => {
		const { preflights, requestedUrls } = watch();
		preflights.noteFetch(fetched(`${PAGE_ORIGIN}/state`));
		preflights.noteFetch(fetched('https://media.example/photo.jpg', { type: 'image' }));
		preflights.noteFetch(fetched('https://worker.example/state', { initiator: undefined }));
		expect(requestedUrls()).toEqual([]);
		preflights.noteFetch(fetched('https://api.example:8443/state'));
		preflights.noteFetch(fetched('https://api.example:8443/more'));
		preflights.noteFetch(fetched('https://lrs.example/'));
		expect(requestedUrls()).toEqual([['*://api.example/*'], ['*://api.example/*', '*://lrs.example/*']]);
	});

	it('are requested for the twenty latest hosts', () => {
		const { preflights, requestedUrls } = watch();
		for (let host = 0; host < 25; host++) preflights.noteFetch(fetched(`https://host${host}.example/`));
		expect(requestedUrls().at(-1)).toHaveLength(20);
		expect(requestedUrls().at(-1)).toContain('*://host24.example/*');
		expect(requestedUrls().at(-1)).not.toContain('*://host4.example/*');
	});

	it('are requested again after a new grant, if any host was noted', () => {
		const { preflights, requestedUrls } = watch();
		preflights.start();
		expect(requestedUrls()).toEqual([]);
		preflights.noteFetch(fetched('https://api.example/state'));
		preflights.start();
		expect(requestedUrls()).toEqual([['*://api.example/*'], ['*://api.example/*']]);
	});

	it('are reported once although two listeners receive them', () => {
		const { preflights, onPreflight } = watch();
		const preflight = fetched('https://api.example/state', { method: 'OPTIONS', requestId: '7' });
		expect([preflights.handle(preflight), preflights.handle(preflight)]).toEqual([true, true]);
		expect(preflights.handle(fetched('https://api.example/state'))).toBe(false);
		expect(onPreflight).toHaveBeenCalledTimes(1);
	});
});
