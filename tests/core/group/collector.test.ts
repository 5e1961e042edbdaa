import { describe, expect, it } from 'vitest';
import { LESSON, QUIZ } from '@/tests/core/export/week';
import { SOFTWARE } from '@/utils/core/export/csv';
import { createCollector, type GroupReply } from '@/utils/core/group/collector';
import { type GroupFile, readContent } from '@/utils/core/group/file-content';
import { sharedCsv, sharedJson } from './shared';

const learner = (index: number) => `learner${10_000 + index}`;

function start(maxRows?: number) {
	const replies: GroupReply[] = [];
	const published: Blob[] = [];
	const handle = createCollector(
		{
			today: '2026-11-30',
			reply: (reply) => replies.push(reply),
			pause: async () => {},
			publish: (file) => `blob:${published.push(file)}`,
		},
		maxRows,
	);
	return { replies, published, handle };
}

function file(name: string, text: string): GroupFile {
	return { name, content: [new TextEncoder().encode(text)] };
}

const FILES = Array.from({ length: 100 }, (_, index) =>
	file(`${index}.csv`, sharedCsv(learner(index), [LESSON, QUIZ])),
);

describe('the collector of a group', () => {
	it('adds up files, and reports how many it has read', async () => {
		const { replies, handle } = start();
		await handle({ type: 'read', files: FILES });
		await handle({ type: 'show', week: null });
		const counts = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.fileCount] : []));
		expect(counts).toEqual(counts.toSorted((a, b) => a - b));
		expect(counts.at(-1)).toBe(100);
		expect(replies.at(-2)).toEqual({ type: 'read', aside: [], isFull: false });
		const shown = replies.at(-1);
		expect(shown?.type === 'show' && shown.shown).toMatchObject({
			week: '2026-W48',
			weeks: [['2026-W48', 100]],
			sharedCount: 100,
			group: { learnerCount: 100, total: { visitCount: 300, receivedBytes: 100 * 4_500_001 } },
		});
	});

	it('reads exports that were joined by hand as several files, and names the parts that do not count', async () => {
		const { replies, handle } = start();
		const texts = [0, 1, 1, 2].map((index) => sharedCsv(learner(index), [LESSON]));
		await handle({ type: 'read', files: [file('all.csv', [...texts, 'source,day,'].join(''))] });
		await handle({ type: 'show', week: null });
		expect(replies.find(({ type }) => type === 'read')).toMatchObject({
			aside: [
				{ name: 'all.csv (3)', reason: 'same' },
				{ name: 'all.csv (5)', reason: 'not-an-export' },
			],
		});
		expect(replies.at(-1)).toMatchObject({ shown: { sharedCount: 3 } });
	});

	it('says of archives and workbooks what to do with them', async () => {
		const { replies, handle } = start();
		const names = ['inbox.ZIP', 'week.xlsx', 'week.ods', 'notes.pdf'];
		const files = await Promise.all(names.map((name) => readContent(new File(['PK'], name))));
		await handle({ type: 'read', files });
		const read = replies.find((reply) => reply.type === 'read');
		expect(read?.aside.map(({ reason }) => reason)).toEqual(['archive', 'workbook', 'workbook', 'not-an-export']);
	});

	it('reads its own merged CSV back, and shows the same of it', async () => {
		const { replies, published, handle } = start();
		await handle({ type: 'read', files: FILES });
		await handle({ type: 'show', week: null });
		await handle({ type: 'merge', week: '2026-W48', dialect: SOFTWARE });
		expect(replies.at(-1)).toEqual({ type: 'merge', url: 'blob:1' });
		const [merged = new Blob()] = published;
		expect(merged.type).toBe('text/csv;charset=utf-8');
		const again = start();
		await again.handle({ type: 'read', files: [file('all.csv', await merged.text())] });
		await again.handle({ type: 'show', week: null });
		expect(again.replies.at(-1)).toEqual(replies.at(-2));
	});

	it('stops at the number of rows that it holds, and says that it is full', async () => {
		const { replies, handle } = start(100);
		await handle({ type: 'read', files: FILES });
		expect(replies.at(-1)).toEqual({ type: 'read', aside: [], isFull: true });
		await handle({ type: 'show', week: null });
		expect(replies.at(-1)).toMatchObject({ shown: { sharedCount: 50 } });
	});

	it('sets a file aside that cannot be opened, and reads the others', async () => {
		const { replies, handle } = start();
		const stream = () => new ReadableStream({ pull: () => Promise.reject(new Error('gone')) });
		const gone = await readContent({ name: 'gone.csv', stream });
		await handle({ type: 'read', files: [gone, file('a.json', sharedJson(learner(1), [LESSON]))] });
		expect(replies.at(-1)).toEqual({
			type: 'read',
			aside: [{ name: 'gone.csv', reason: 'unreadable' }],
			isFull: false,
		});
		await handle({ type: 'show', week: null });
		expect(replies.at(-1)).toMatchObject({ shown: { sharedCount: 1 } });
	});

	it('reads a file that comes in pieces, one of which ends within a letter', async () => {
		const { replies, handle } = start();
		const bytes = new TextEncoder().encode(`\uFEFF${sharedCsv(learner(1), [LESSON, QUIZ])}`);
		const content = Array.from(bytes, (byte) => Uint8Array.of(byte));
		await handle({ type: 'read', files: [{ name: 'a.csv', content }] });
		await handle({ type: 'show', week: null });
		expect(replies.at(-1)).toMatchObject({ shown: { sharedCount: 1, group: { total: { visitCount: 3 } } } });
	});

	it('shows nothing before anything is read', async () => {
		const { replies, handle } = start();
		await handle({ type: 'show', week: null });
		expect(replies).toEqual([{ type: 'show', shown: null }]);
	});
});
