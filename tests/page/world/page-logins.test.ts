import { afterEach, expect, it, vi } from 'vitest';
import { hookLogins } from '@/utils/page/world/requests';
import { counted, counters, EMPTY } from './page-counters';

afterEach(() => {
	counted.clear();
	vi.unstubAllGlobals();
});

it.each([
	['with a name and a password', ['GET', '/a', true, 'lea', 'secret'], { ...EMPTY, count: 1 }],
	['without', ['GET', '/a', true], undefined],
	['with none, though named', ['GET', '/a', true, null, null], undefined],
])('a request %s is counted as it is: %j', (_title, args, counter) => {
	const open = vi.fn();
	class FakeRequest {}
	Object.assign(FakeRequest.prototype, { open });
	vi.stubGlobal('XMLHttpRequest', FakeRequest);
	hookLogins(counters);
	(new FakeRequest() as unknown as { open(...args: unknown[]): void }).open(...args);
	expect(open).toHaveBeenCalledExactlyOnceWith(...args);
	expect(counted.get('own:login')).toEqual(counter);
});
