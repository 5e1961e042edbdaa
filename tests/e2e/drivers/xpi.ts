import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/** Signatures and versions of APPNOTE.TXT 4.3: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** Packs a folder as an uncompressed zip, the format that Firefox installs permanently. */
export function packXpi(folder: string, file: string): void {
	const locals: Buffer[] = [];
	const centrals: Buffer[] = [];
	let offset = 0;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const name = Buffer.from(relative(folder, path).split(sep).join('/'));
		const bytes = readFileSync(path);
		const common = commonFields(name.length, bytes);
		const local = Buffer.concat([uint32(LOCAL_HEADER), common, name, bytes]);
		// After the common fields: comment length, disk, attributes twice, and where the local header is.
		const rest = Buffer.concat([Buffer.alloc(10), uint32(offset)]);
		centrals.push(Buffer.concat([uint32(CENTRAL_HEADER), uint16(VERSION), common, rest, name]));
		locals.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(centrals);
	const counts = [uint16(centrals.length), uint16(centrals.length)];
	const end = Buffer.concat([
		uint32(END_OF_CENTRAL),
		Buffer.alloc(4),
		...counts,
		uint32(central.length),
		uint32(offset),
	]);
	writeFileSync(file, Buffer.concat([...locals, central, end, uint16(0)]));
}

/** The fields of both headers of an entry: version, flags, stored, no time, checksum, sizes, lengths. */
function commonFields(nameLength: number, bytes: Buffer): Buffer {
	return Buffer.concat([
		uint16(VERSION),
		uint16(UTF8_NAMES),
		Buffer.alloc(6),
		uint32(crc32(bytes)),
		uint32(bytes.length),
		uint32(bytes.length),
		uint16(nameLength),
		uint16(0),
	]);
}

function uint16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16LE(value);
	return bytes;
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
