import { quietly } from '@/utils/page/quietly';

/*
 * The browser's own functions, taken when the script starts, before the page's. The hooks call nothing else: what a page or its
 * libraries replace later is theirs, and neither runs for us nor sees us.
 */
type Method = (...args: never[]) => unknown;
type Args = readonly unknown[];

/** Absent where a page has removed it before the script came. */
const reflect: Partial<typeof Reflect> = globalThis.Reflect ?? {};

/** False where the hooks cannot work: the page has removed what they call. */
export const isIntact = Boolean(reflect.apply && reflect.construct);

export const apply = reflect.apply as <Value>(native: unknown, self: unknown, args: Args) => Value;
export const construct = reflect.construct as (native: unknown, args: Args, newTarget: unknown) => object;
export const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyDescriptors, getPrototypeOf, setPrototypeOf } =
	Object;
export const { captureStackTrace } = Error as { captureStackTrace?: (error: object, above: unknown) => void };
export const { isView } = ArrayBuffer;
export const NativeProxy = Proxy;

/** Handlers, descriptors and options without a prototype: fields that a page adds to `Object.prototype` are none of them. */
export function bare<Fields extends object>(fields: Fields): Fields {
	return setPrototypeOf(fields, null);
}

/** A collection's class whose methods stay the browser's own. */
function ownClass<Class extends new (...args: never[]) => object>(Native: Class): Class {
	const Own = class extends (Native as new () => object) {};
	const { constructor: _, ...methods } = getOwnPropertyDescriptors(Native.prototype);
	Object.defineProperties(Own.prototype, methods);
	setPrototypeOf(Own.prototype, null);
	return Own as unknown as Class;
}

export const OwnMap = ownClass(Map);
export const OwnWeakMap = ownClass(WeakMap);
export const OwnWeakSet = ownClass(WeakSet);

/** Where a class of the browser has a property, which it may inherit. */
function descriptorOf(prototype: object | null, name: PropertyKey): PropertyDescriptor | undefined {
	for (let holder = prototype; holder; holder = getPrototypeOf(holder)) {
		const descriptor = getOwnPropertyDescriptor(holder, name);
		if (descriptor) return descriptor;
	}
	return undefined;
}

/** Reads a property of what the browser made by the browser's own getter. */
export function reader<Self extends object, Name extends keyof Self>(
	prototype: Self,
	name: Name,
): (self: Self) => Self[Name] {
	const get = descriptorOf(prototype, name)?.get;
	return get ? (self) => apply(get, self, []) : (self) => self[name];
}

/**
 * The same for a value of the page, which may be anything: undefined where it is of another class. Runs no code of the page, as
 * `instanceof` may.
 */
export function brandReader<Value>(
	prototype: object | undefined,
	name: PropertyKey,
): (value: unknown) => Value | undefined {
	const get = descriptorOf(prototype ?? null, name)?.get;
	return (value) => {
		try {
			return get && apply<Value>(get, value, []);
		} catch {
			return undefined;
		}
	};
}

/** Calls a method by the browser's own function: `caller(Element.prototype, 'getAttribute')(element, 'name')`. */
export function caller<Self extends object, Name extends keyof Self>(
	prototype: Self,
	name: Name,
): Self[Name] extends (...args: infer Parameters) => infer Value ? (self: Self, ...args: Parameters) => Value : never {
	const native = prototype[name] as Method;
	const call = (self: Self, ...args: Args) => apply(native, self, args);
	return call as ReturnType<typeof caller<Self, Name>>;
}

const execute = caller(RegExp.prototype, 'exec');
/** A text's match of a pattern, by the browser's own function. */
export const exec = (pattern: RegExp, text: string) => execute(pattern, text);
/** Whether a text matches; `RegExp.prototype.test` would call the page's `exec`. */
export const matches = (pattern: RegExp, text: string) => exec(pattern, text) !== null;

export const listen = caller(EventTarget.prototype, 'addEventListener');
export const dispatch = caller(EventTarget.prototype, 'dispatchEvent');
export const targetOf = reader(Event.prototype, 'target');
export const now = performance.now.bind(performance);

export const byteLengthOfView = reader(getPrototypeOf(Uint8Array.prototype) as Uint8Array, 'byteLength');
const byteLengthOfData = reader(DataView.prototype, 'byteLength');
const byteLengthOfBuffer = brandReader<number>(ArrayBuffer.prototype, 'byteLength');
const sizeOfBlob = brandReader<number>(Blob.prototype, 'size');
const encode = caller(TextEncoder.prototype, 'encode');
const encoder = new TextEncoder();
const isDataView = brandReader(DataView.prototype, 'byteLength');

/** Bytes of a text in UTF-8. */
export const textBytes = (text: string) => byteLengthOfView(encode(encoder, text) as Uint8Array);

/** Bytes of a text, a buffer, a view of one, or a file; undefined for anything else. */
export function plainBytes(value: unknown): number | undefined {
	if (typeof value === 'string') return textBytes(value);
	if (typeof value !== 'object' || value === null) return undefined;
	if (isView(value))
		return isDataView(value) === undefined
			? byteLengthOfView(value as Uint8Array)
			: byteLengthOfData(value as DataView);
	return byteLengthOfBuffer(value) ?? sizeOfBlob(value);
}

const NativePromise = Promise;
const promisePrototype = Promise.prototype;
const objectPrototype = Object.prototype;
const { then } = promisePrototype;
const { hasOwn } = Object;
const { species } = Symbol;
const speciesOf = getOwnPropertyDescriptor(NativePromise, species)?.get;
const browsersOwn = bare({ value: undefined });

/** Whether a property is still what the browser made it. */
function isStill(holder: object, name: PropertyKey, field: 'value' | 'get', native: unknown): boolean {
	const descriptor = getOwnPropertyDescriptor(holder, name);
	return descriptor !== undefined && hasOwn(descriptor, field) && descriptor[field] === native;
}

/**
 * Listens to a promise that no page sees; without the class that a page may have set on it (`Symbol.species`). A class of its own on one
 * promise makes all promises of the process slow: `PromiseSpeciesLookupChain` in
 * https://source.chromium.org/chromium/chromium/src/+/main:v8/src/execution/protectors.h
 */
function listenTo<Value>(
	promise: Promise<Value>,
	resolved: (value: Value) => void,
	rejected: (error: unknown) => void,
) {
	const isPlain =
		isStill(promisePrototype, 'constructor', 'value', NativePromise) &&
		isStill(NativePromise, species, 'get', speciesOf);
	if (!isPlain) defineProperty(promise, 'constructor', browsersOwn);
	apply(then, promise, [resolved, rejected]);
}

/** Calls `note` with the value of a promise of ours, or `noteRejected`. */
export function whenResolved<Value>(
	promise: Promise<Value>,
	note: (value: Value) => void,
	noteRejected = () => {},
): void {
	listenTo(
		promise,
		(value) => quietly(() => note(value)),
		() => quietly(noteRejected),
	);
}

const noThen = bare({ value: undefined, configurable: true });

/** Whether resolving a promise with an object would find a `then` that the page has made. */
function mayHaveThen(value: object): boolean {
	return getPrototypeOf(value) !== objectPrototype || getOwnPropertyDescriptor(objectPrototype, 'then') !== undefined;
}

/** Resolves a promise with a value that is none: the browser has read its `then` already, which may be a getter of the page. */
function settle<Value>(resolve: (value: Value) => void, value: Value): void {
	let isHiding = false;
	quietly(() => {
		if (typeof value !== 'object' || value === null || getOwnPropertyDescriptor(value, 'then')) return;
		if (mayHaveThen(value)) isHiding = defineProperty(value, 'then', noThen) === value;
	});
	resolve(value);
	if (isHiding) quietly(() => delete (value as { then?: unknown }).then);
}

/**
 * Calls `note` with the value of a promise that the page gets. The page gets the returned promise instead: one that we listen
 * to would count as handled, and its rejection would never reach `unhandledrejection`. `noteRejected` must not throw.
 */
export function noteResolved<Value>(
	promise: Promise<Value>,
	note: (value: Value) => void,
	noteRejected = () => {},
): Promise<Value> {
	return new NativePromise((resolve, rejectPage) => {
		const reject = (error: unknown) => {
			noteRejected();
			rejectPage(error);
		};
		const pass = (value: Value) => {
			quietly(() => note(value));
			settle(resolve, value);
		};
		listenTo(promise, pass, reject);
	});
}
