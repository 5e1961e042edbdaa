import { resolveObjectURL } from 'node:buffer';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import script from '@/entrypoints/group-worker';
import { LESSON, QUIZ } from '@/tests/core/export/week';
import { sharedCsv } from '@/tests/core/group/shared';
import { SOFTWARE } from '@/utils/core/export/csv';
import type { GroupReply, GroupRequest } from '@/utils/core/group/collector';

const WEEK = '2026-W48';
const MERGE: GroupRequest = { type: 'merge', week: WEEK, dialect: SOFTWARE };

let replies: GroupReply[];

/** Sends the worker a request and waits for its answer. */
async function ask(request: GroupRequest): Promise<GroupReply> {
	replies = [];
	(globalThis as unknown as { onmessage(event: { data: GroupRequest }): void }).onmessage({ data: request });
	return vi.waitFor(() => {
		const answer = replies.find(({ type }) => type === request.type);
		if (!answer) throw new Error('no answer yet');
		return answer;
	});
}

/** Merges the week; returns the address of the file. */
async function merge(): Promise<string> {
	const answer = await ask(MERGE);
	return answer.type === 'merge' ? answer.url : '';
}

const textAt = (url: string) => resolveObjectURL(url)?.text() ?? null;

beforeEach(async () => {
	vi.stubGlobal('onmessage', null);
	vi.stubGlobal('postMessage', (reply: GroupReply) => replies.push(reply));
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T08:00:00Z') });
	script.main();
	const content = [new TextEncoder().encode(sharedCsv('camille00000', [LESSON, QUIZ]))];
	await ask({ type: 'read', files: [{ name: 'camille.csv', content }] });
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

it('the merged CSV is read at the address that the worker gives, until the next one is there', async () => {
	const first = await merge();
	expect(await textAt(first)).toContain('camille00000');
	const second = await merge();
	expect(second).not.toBe(first);
	expect([await textAt(first), await textAt(second)]).toEqual([null, expect.stringContaining('camille00000')]);
});
