/** A page of the document: a heading, a line of text and a picture under them. */
export interface PdfPage {
	readonly heading: string;
	readonly text: string;
	/** A baseline or progressive JPEG in RGB, put in the file as it is. */
	readonly jpeg: Uint8Array;
}

/** A4 in points of 1/72 inch. */
const PAGE_WIDTH = 595;
const PAGE_HEIGHT = 842;
const MARGIN = 50;
const IMAGE_TOP = 700;

/** Width and height in pixels from the frame header (SOF) of a JPEG: ITU-T T.81, B.2.2. */
export function jpegSize(jpeg: Uint8Array): { widthPx: number; heightPx: number } {
	const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
	let at = 2;
	while (at + 9 < view.byteLength) {
		const marker = view.getUint8(at + 1);
		const isFrameHeader = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrameHeader) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
		at += 2 + view.getUint16(at + 2);
	}
	throw new Error('not a JPEG: no frame header');
}

/** A PDF string in WinAnsi: the typographic apostrophe has its own place there, brackets and backslash are escaped. */
function pdfString(text: string): Buffer {
	const escaped = text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`).replaceAll('’', '\x92');
	return Buffer.from(`(${escaped})`, 'latin1');
}

function stream(dictionary: string, bytes: Uint8Array): Buffer {
	const head = Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1');
	return Buffer.concat([head, bytes, Buffer.from('\nendstream')]);
}

function pageContent(page: PdfPage): Buffer {
	const { widthPx, heightPx } = jpegSize(page.jpeg);
	const width = PAGE_WIDTH - 2 * MARGIN;
	const height = Math.round((width * heightPx) / widthPx);
	return Buffer.concat([
		Buffer.from(`BT /F1 22 Tf ${MARGIN} ${PAGE_HEIGHT - 80} Td `),
		pdfString(page.heading),
		Buffer.from(` Tj /F1 12 Tf 0 -30 Td `),
		pdfString(page.text),
		Buffer.from(` Tj ET q ${width} 0 0 ${height} ${MARGIN} ${IMAGE_TOP - height} cm /Im Do Q`),
	]);
}

/** Writes a PDF 1.4 (ISO 32000-1): catalogue, page tree, one font, then page, content and picture for each page. */
export function writePdf(pages: readonly PdfPage[]): Uint8Array {
	const objects: Buffer[] = [
		Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
		Buffer.from(
			`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 3} 0 R`).join(' ')}] >>`,
		),
		Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
	];
	for (const page of pages) {
		const own = objects.length + 1;
		const { widthPx, heightPx } = jpegSize(page.jpeg);
		const resources = `/Resources << /Font << /F1 3 0 R >> /XObject << /Im ${own + 2} 0 R >> >>`;
		const box = `/MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]`;
		const shape = `/Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} /BitsPerComponent 8`;
		objects.push(Buffer.from(`<< /Type /Page /Parent 2 0 R ${box} ${resources} /Contents ${own + 1} 0 R >>`));
		objects.push(stream('', pageContent(page)));
		objects.push(stream(`${shape} /ColorSpace /DeviceRGB /Filter /DCTDecode`, page.jpeg));
	}
	const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
	const offsets: number[] = [];
	let length = parts[0]?.length ?? 0;
	for (const [index, body] of objects.entries()) {
		const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
		offsets.push(length);
		length += object.length;
		parts.push(object);
	}
	const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
	const size = objects.length + 1;
	parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`));
	parts.push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
	return Buffer.concat(parts);
}
