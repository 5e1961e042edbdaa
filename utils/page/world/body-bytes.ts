import { apply, brandReader, caller, plainBytes, reader, textBytes } from './natives';

/** Bytes before each field of a multipart form (boundary, disposition, line ends), about (RFC 7578). */
const FIELD_BYTES = 140;

const forEachField = FormData.prototype.forEach;
const paramsText = URLSearchParams.prototype.toString;
const append = caller(URLSearchParams.prototype, 'append');
const nameOf = typeof File === 'undefined' ? undefined : reader(File.prototype, 'name');
const NativeParams = URLSearchParams;
/** Of a document as the body of a request. */
const rootOf =
	typeof Document === 'undefined' ? undefined : brandReader<Element>(Document.prototype, 'documentElement');
const markupOf = typeof Element === 'undefined' ? () => '' : reader(Element.prototype, 'outerHTML');

/** Calls a method on a value that may be of another class; null if it is. Runs no code of the page, as `instanceof` may. */
function tryCall<Value>(method: unknown, value: unknown, args: readonly unknown[]): Value | null {
	try {
		return apply<Value>(method, value, args) ?? null;
	} catch {
		return null;
	}
}

/** Bytes of a request's body; 0 for a stream and other bodies that only the browser can read. Stores nothing of it. */
export function bodyBytes(body: unknown): number {
	if (body === null || body === undefined) return 0;
	const bytes = plainBytes(body);
	if (bytes !== undefined || typeof body !== 'object') return bytes ?? 0;
	const text = tryCall<string>(paramsText, body, []);
	if (text !== null) return textBytes(text);
	const root = rootOf?.(body);
	if (root) return textBytes(markupOf(root));
	let sum = 0;
	tryCall(forEachField, body, [
		(value: string | File, name: string) => {
			sum += FIELD_BYTES + textBytes(name) + (plainBytes(value) ?? 0);
		},
	]);
	return sum;
}

/** Bytes of the fields of a form that the browser submits URL-encoded: of a file it sends only the name. */
export function urlencodedBytes(fields: FormData): number {
	const params = new NativeParams();
	apply(forEachField, fields, [
		(value: string | File, name: string) =>
			append(params, name, typeof value === 'string' ? value : (nameOf?.(value) ?? '')),
	]);
	return textBytes(apply(paramsText, params, []));
}
