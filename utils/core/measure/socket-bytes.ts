/** Frame headers of WebSocket messages by payload size, and the mask of sent ones: RFC 6455, section 5.2. */
const SMALL_PAYLOAD = 125;
const MIDDLE_PAYLOAD = 65_535;
const SMALL_HEADER_BYTES = 2;
const MIDDLE_HEADER_BYTES = 4;
const LARGE_HEADER_BYTES = 10;
const MASK_BYTES = 4;

/** Bytes of a WebSocket message on the wire, sent as one frame as browsers do. Sent messages are masked. */
export function socketFrameBytes(payloadBytes: number, isSent: boolean): number {
	const isLarge = payloadBytes > MIDDLE_PAYLOAD;
	const smallHeaderBytes = payloadBytes > SMALL_PAYLOAD ? MIDDLE_HEADER_BYTES : SMALL_HEADER_BYTES;
	return payloadBytes + (isLarge ? LARGE_HEADER_BYTES : smallHeaderBytes) + (isSent ? MASK_BYTES : 0);
}
