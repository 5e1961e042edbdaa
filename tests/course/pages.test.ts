import { describe, expect, it } from 'vitest';
import { parseKernelQueues, portsKey } from './kernel-queues.ts';
import { lessonPage } from './pages/lesson-pages.ts';
import { escapeHtml, renderPage, typeset } from './pages/page-frame.ts';
import { jpegSize, writePdf } from './pages/pdf.ts';
import { markAnswer, questionJson } from './pages/quiz.ts';
import { parseRange } from './static-answer.ts';
import { findLesson, LESSONS } from './study.ts';

const SITE = {
	courseUrl: 'http://cours.localhost:1',
	mediaUrl: 'http://media.localhost:2',
	sesskey: 'k3y',
	isMended: false,
};

describe('lessons', () => {
	it.each(LESSONS)('$id has the markers of its Moodle page', (lesson) => {
		const html = renderPage(SITE, lessonPage(SITE, lesson));
		const script = /(\w+)\.php/.exec(lesson.path)?.[1];
		expect(findLesson(new URL(lesson.path, SITE.courseUrl))).toBe(lesson);
		expect(html).toContain(`<body id="page-mod-${lesson.module}-${script}"`);
		for (const mark of [
			`path-mod-${lesson.module} `,
			`course-${lesson.courseKey} `,
			`cmid-${lesson.id} `,
			`cm-type-${lesson.module} `,
		]) {
			expect(/<body [^>]*class="([^"]*)"/.exec(html)?.[1]).toContain(mark);
		}
		expect(html).toContain(`<h1 class="h2">${escapeHtml(typeset(lesson.title))}</h1>`);
		expect(html).toMatch(/<meta name="keywords" content="moodle, /);
		expect(html).toContain('"sesskey":"k3y"');
		if (lesson.video) expect(html).toContain('CC-BY');
	});

	it('are found with any other parameters in the address', () => {
		expect(findLesson(new URL('http://x/mod/quiz/attempt.php?attempt=31&cmid=108&page=2'))?.id).toBe('108');
		expect(findLesson(new URL('http://x/mod/quiz/view.php?id=101'))).toBeNull();
	});
});

describe('the quiz', () => {
	it('hides the answer and marks what is posted', () => {
		expect(JSON.stringify(questionJson(0))).not.toContain('rightIndex');
		expect(questionJson(4)).toBeNull();
		expect(markAnswer('{"page":0,"choice":1}')).toMatchObject({ isRight: true });
		expect(markAnswer('{"page":0,"choice":0}')).toMatchObject({ isRight: false });
		for (const body of ['', '[]', 'null', '{"page":9,"choice":0}']) expect(markAnswer(body)).toBeNull();
	});
});

describe('ranges', () => {
	it.each([
		['bytes=0-99', { first: 0, last: 99 }],
		['bytes=900-', { first: 900, last: 999 }],
		['bytes=-100', { first: 900, last: 999 }],
		['bytes=0-5000', { first: 0, last: 999 }],
		['bytes=1000-', 'outside'],
		['bytes=0-1,5-6', null],
		['bytes=-', null],
		['bytes=9-3', null],
		[undefined, null],
	] as const)('%s of 1000 bytes', (header, expected) => {
		expect(parseRange(header, 1000)).toEqual(expected);
	});
});

describe('kernel queues', () => {
	it('are read from both tables of Linux, for open connections alone', () => {
		const four =
			'   3: 0100007F:1F90 0100007F:C350 01 000004D2:00000000 01:00000014 00000000     0        0 1 2 0000 20 4 30 10 -1';
		const six =
			'   0: 0000000000000000FFFF00000100007F:C350 0000000000000000FFFF00000100007F:1F90 01 00000000:00000010 00:0 0';
		const closed = four.replace(':C350 01', ':C351 06');
		const queues = parseKernelQueues(
			`  sl  local_address rem_address   st tx_queue rx_queue\n${four}\n${closed}\n${six}\n`,
		);
		expect(queues.get(portsKey(8080, 50000))).toEqual({ sendBytes: 1234, receiveBytes: 0 });
		expect(queues.get(portsKey(50000, 8080))).toEqual({ sendBytes: 0, receiveBytes: 16 });
		expect(queues.size).toBe(2);
	});
});

describe('the PDF', () => {
	// Start of image, an application segment of 4 bytes, then a frame header: 8 bits, 1080 x 1920.
	const jpeg = Uint8Array.from([
		0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 4, 56, 7, 128, 1, 1, 17, 0, 0xff, 0xd9,
	]);

	it('knows the size of its pictures', () => {
		expect(jpegSize(jpeg)).toEqual({ widthPx: 1920, heightPx: 1080 });
		expect(() => jpegSize(Uint8Array.from([0xff, 0xd8]))).toThrow('not a JPEG');
	});

	it('has each object at the offset in its table', () => {
		const page = { heading: 'Guide (d’essai)', text: 'Évacuer', jpeg };
		const text = Buffer.from(writePdf([page, page])).toString('latin1');
		const start = Number(/startxref\n(\d+)\n%%EOF/.exec(text)?.[1]);
		expect(text.slice(start, start + 5)).toBe('xref\n');
		const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
		expect(offsets).toHaveLength(3 + 2 * 3);
		for (const [index, offset] of offsets.entries())
			expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
		expect(text).toContain('(Guide \\(d\x92essai\\))');
	});
});
