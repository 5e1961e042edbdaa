/** What comes before each field of a form in several parts: boundary, disposition and line ends, about (RFC 7578). */
const FIELD_BYTES = 140;

const encoder = new TextEncoder();

const textBytes = (text: unknown) => encoder.encode(String(text)).length;

/** Bytes of a request's body; 0 for a stream and for what only the browser can read. Nothing of it is kept. */
export function bodyBytes(body: unknown): number {
	if (typeof body === 'string' || body instanceof URLSearchParams) return textBytes(body);
	if (body instanceof FormData)
		return [...body].reduce(
			(sum, [name, value]) =>
				sum + FIELD_BYTES + textBytes(name) + (typeof value === 'string' ? textBytes(value) : value.size),
			0,
		);
	if (body instanceof Blob) return body.size;
	return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : 0;
}

/** The same for the fields of a form that the browser itself submits; of a file it then sends the name alone. */
export function urlencodedBytes(fields: FormData): number {
	const values = [...fields].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
	return textBytes(new URLSearchParams(values));
}
