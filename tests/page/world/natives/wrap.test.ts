import { afterEach, describe, expect, it, vi } from 'vitest';
import { afterConstruct } from '@/utils/page/world/wrap';

class Native {
	constructor(address: string) {
		if (address === 'bad') throw new TypeError('bad address');
	}
}

afterEach(() => vi.unstubAllGlobals());

describe('the stack of an error within a hooked constructor', () => {
	const failing = (newTarget?: () => unknown): string => {
		vi.stubGlobal('Native', Native);
		afterConstruct(['Native'], () => {});
		const Hooked = (globalThis as unknown as { Native: typeof Native }).Native;
		try {
			Reflect.construct(Hooked, ['bad'], (newTarget?.() ?? Hooked) as never);
			return '';
		} catch (error) {
			return (error as Error).stack ?? '';
		}
	};

	it('is as without us if it is the browser’s', () => {
		expect(failing()).not.toMatch(/wrap\.ts/);
	});

	it('stays the page’s own if its class fails', () => {
		const ofPage = () =>
			new Proxy(class {}, {
				get: function prototypeOfPage() {
					throw new RangeError('own');
				},
			});
		expect(failing(ofPage)).toContain('prototypeOfPage');
	});
});
