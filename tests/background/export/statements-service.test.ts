import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LESSON, week48 } from '@/tests/core/export/week';
import { sendStatements } from '@/utils/background/export/send';
import { type Statement, statementKey, weekStatements } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import { daysOfWeek } from '@/utils/core/units/day';

const WEEK = '2026-W48';
const COUNT = 1_000;
/** The service starts and works on a busy machine, too. */
const TIMEOUT_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'sobrio-statements-'));

let service: ChildProcess;
let origin: string;
let lrs: Lrs;

/** A week of 1,000 statements, each with an id of its own. */
function statementsOf(activeMs: number): readonly Statement[] {
	const days = daysOfWeek(WEEK)
		.flatMap((day) =>
			Array.from({ length: COUNT }, (_, course) => ({ ...LESSON, day, courseKey: `${course}`, activeMs })),
		)
		.slice(0, COUNT);
	const uuid = (index: number) => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;
	const ids = new Map(days.map((total, index) => [statementKey(total), uuid(index)]));
	const { courses, codes } = week48([], 'personal');
	return weekStatements({ week: WEEK, days, courses, scope: 'personal', codes, ids, today: '2026-12-01' });
}

const send = (statements: readonly Statement[]) =>
	sendStatements(lrs, statements, Date.now, async () => true, TIMEOUT_MS);

/** All statements of the service, page by page. */
async function readBack(): Promise<readonly Stored[]> {
	const stored: Stored[] = [];
	for (let more = '/xAPI/statements?limit=100'; more !== ''; ) {
		const answer = await fetch(`${origin}${more}`, {
			headers: { Authorization: `Basic ${btoa('key:secret')}`, 'X-Experience-API-Version': '1.0.3' },
		});
		const page = (await answer.json()) as { readonly statements: readonly Stored[]; readonly more: string };
		stored.push(...page.statements);
		more = page.more;
	}
	return stored;
}

interface Stored {
	readonly id: string;
	readonly result: { readonly duration: string };
}

const byId = (stored: readonly Stored[]) => new Map(stored.map(({ id, result }) => [id, result.duration]));

beforeEach(async () => {
	// It writes a log of its own into the folder that it is started in.
	service = fork(new URL('./statements-service.mjs', import.meta.url), {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	const [{ port }] = (await once(service, 'message')) as [{ readonly port: number }];
	origin = `http://127.0.0.1:${port}`;
	lrs = {
		endpoint: `${origin}/xAPI`,
		key: 'key',
		secret: 'secret',
		version: '1.0.3',
		scope: 'personal',
		isWeekly: false,
	};
}, TIMEOUT_MS);

afterEach(async () => {
	const ended = once(service, 'exit');
	service.kill('SIGKILL');
	await ended;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the statements service of Learning Locker', { timeout: TIMEOUT_MS }, () => {
	it('has each of 1,000 statements once, however often they are sent', async () => {
		const statements = statementsOf(60_000);
		expect(await send(statements)).toMatchObject({ outcome: 'sent', doneCount: COUNT });
		const first = await readBack();
		expect(first.map(({ id }) => id).sort()).toEqual(statements.map(({ id }) => id).sort());
		expect(await send(statements)).toMatchObject({ outcome: 'sent', doneCount: COUNT });
		expect(await readBack()).toHaveLength(COUNT);
	});

	it('keeps the statements that it has, and takes the others', async () => {
		const earlier = statementsOf(30_000).slice(0, 10);
		expect(await send(earlier)).toMatchObject({ outcome: 'sent', doneCount: 10 });
		const statements = statementsOf(60_000);
		expect(await send(statements)).toMatchObject({ outcome: 'sent', doneCount: COUNT });
		const stored = byId(await readBack());
		expect(stored.size).toBe(COUNT);
		const durations = earlier.map(({ id }) => stored.get(id));
		expect(durations).toEqual(earlier.map(() => 'PT30.00S'));
		expect([...stored.values()].filter((duration) => duration === 'PT60.00S')).toHaveLength(COUNT - 10);
	});

	it('answers 400 to xAPI 2.0.0, and takes the same statements under 1.0.3', async () => {
		const statements = statementsOf(60_000).slice(0, 60);
		lrs = { ...lrs, version: '2.0.0' };
		expect(await send(statements)).toMatchObject({ outcome: 'invalid', status: 400, doneCount: 0 });
		expect(await readBack()).toEqual([]);
		lrs = { ...lrs, version: '1.0.3' };
		expect(await send(statements)).toMatchObject({ outcome: 'sent', doneCount: 60 });
		expect(await readBack()).toHaveLength(60);
	});
});
