const ID_BYTES = 16;

/** Names a document or a visit. Not `randomUUID`: it is missing on pages without https. */
export function randomId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
		byte.toString(36).padStart(2, '0'),
	).join('');
}
