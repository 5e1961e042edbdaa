import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A private key and its certificate, as PEM. */
export interface Credentials {
	readonly key: string;
	readonly cert: string;
}

const DAY_MS = 86_400_000;
/** Tags of DER: https://www.itu.int/rec/T-REC-X.690 */
const [INTEGER, BIT_STRING, OCTET_STRING, OID, UTF8, UTC_TIME, SEQUENCE, SET] = [
	0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31,
];
const [VERSION_FIELD, EXTENSIONS_FIELD, DNS_NAME] = [0xa0, 0xa3, 0x82];
const V3 = Buffer.from([2]);
const COMMON_NAME = der(OID, Buffer.from('550403', 'hex'));
const SUBJECT_ALT_NAME = der(OID, Buffer.from('551d11', 'hex'));
const ECDSA_WITH_SHA256 = der(SEQUENCE, der(OID, Buffer.from('2a8648ce3d040302', 'hex')));

/**
 * A new P-256 key and a certificate for `host` that it signs itself, valid for a day: Node makes keys and signatures, but no
 * certificates. Fields in the order of RFC 5280, section 4.1: https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function selfSigned(host: string, nowMs = Date.now()): Credentials {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from(host)))));
	const names = der(OCTET_STRING, der(SEQUENCE, der(DNS_NAME, Buffer.from(host))));
	const signed = der(
		SEQUENCE,
		der(VERSION_FIELD, der(INTEGER, V3)),
		// Positive and without a leading zero.
		der(INTEGER, Buffer.from([1]), randomBytes(8)),
		ECDSA_WITH_SHA256,
		name,
		der(SEQUENCE, utcTime(nowMs - DAY_MS), utcTime(nowMs + DAY_MS)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(EXTENSIONS_FIELD, der(SEQUENCE, der(SEQUENCE, SUBJECT_ALT_NAME, names))),
	);
	const signature = sign('sha256', signed, privateKey);
	const certificate = der(SEQUENCE, signed, ECDSA_WITH_SHA256, der(BIT_STRING, Buffer.from([0]), signature));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
	};
}

/** One value of DER: tag, length, contents of less than 64 KiB. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const contents = Buffer.concat(parts);
	return Buffer.concat([Buffer.from([tag, ...lengthBytes(contents.length)]), contents]);
}

/** The shortest form, which DER requires. */
function lengthBytes(length: number): number[] {
	if (length < 0x80) return [length];
	return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

/** `YYMMDDHHMMSSZ`. */
function utcTime(ms: number): Buffer {
	return der(UTC_TIME, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/\D/g, '')}Z`));
}
