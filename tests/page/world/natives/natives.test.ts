import { afterEach, describe, expect, it, vi } from 'vitest';
import { noteResolved, whenResolved } from '@/utils/page/world/natives';

const NativePromise = Promise;

afterEach(() => {
	Reflect.deleteProperty(Object.prototype, 'then');
	Object.defineProperty(Promise.prototype, 'constructor', { value: NativePromise, writable: true, configurable: true });
});

describe('a promise that a hook listens to', () => {
	it.each([
		['that the page gets', noteResolved],
		['of ours', whenResolved],
	])('%s runs no code of the page', async (_title, listenTo) => {
		const value = { text: 'abc' };
		const promise = Promise.resolve(value);
		const read: string[] = [];
		const noted: unknown[] = [];
		const getter = (name: string, self: unknown) =>
			function (this: unknown) {
				if (this === self) read.push(name);
				return name === 'then' ? undefined : NativePromise;
			};
		Object.defineProperty(Promise.prototype, 'constructor', { configurable: true, get: getter('class', promise) });
		Object.defineProperty(Object.prototype, 'then', { configurable: true, get: getter('then', value) });
		listenTo(promise, (given) => noted.push(given));
		await null;
		await null;
		expect(noted).toEqual([value]);
		expect(read).toEqual([]);
	});

	it('gives the page the value as it was', async () => {
		const frozen = Object.freeze({ text: 'abc' });
		expect(await noteResolved(Promise.resolve(frozen), () => {})).toBe(frozen);
		expect(Reflect.ownKeys(await noteResolved(Promise.resolve({ text: 'abc' }), () => {}))).toEqual(['text']);
	});

	it('is left as it is while the page has changed nothing, and so is its value: the browser has a fast way for both', async () => {
		const defined: PropertyKey[] = [];
		const value = new Proxy(
			{},
			{
				defineProperty(target, name, descriptor) {
					defined.push(name);
					return Reflect.defineProperty(target, name, descriptor);
				},
			},
		);
		const promise = Promise.resolve(value);
		expect(await noteResolved(promise, () => {})).toBe(value);
		whenResolved(promise, () => {});
		expect(Reflect.ownKeys(promise)).toEqual([]);
		expect(defined).toEqual([]);
	});

	it('leaves no rejection where noting it fails', async () => {
		const onUnhandled = vi.fn();
		process.on('unhandledRejection', onUnhandled);
		whenResolved(Promise.resolve(1), () => {
			throw new Error('ours');
		});
		await new Promise((resolve) => setTimeout(resolve));
		process.off('unhandledRejection', onUnhandled);
		expect(onUnhandled).not.toHaveBeenCalled();
	});
});
