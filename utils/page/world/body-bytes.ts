/** Bytes before each field of a multipart form (boundary, disposition, line ends), about (RFC 7578). */
const FIELD_BYTES = 140;

const encoder = new TextEncoder();

const textBytes = (text: unknown) => encoder.encode(String(text)).length;

/** Bytes of a request's body; 0 for a stream and other bodies that only the browser can read. Stores nothing of it. */
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

/** Bytes of the fields of a form that the browser submits URL-encoded: of a file it sends only the name. */
export function urlencodedBytes(fields: FormData): number {
	const values = [...fields].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
	return textBytes(new URLSearchParams(values));
}
