const ID_BYTES = 16;

/** Id of a document or a visit. Not `crypto.randomUUID`, which pages without https lack. */
export function randomId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
		byte.toString(36).padStart(2, '0'),
	).join('');
}
