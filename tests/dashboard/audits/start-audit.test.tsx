// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Answers, startBrowser } from '@/tests/components/browser';
import { COURSE } from '@/tests/components/figures';
import { clear, control, read, settle } from '@/tests/components/screen';
import { AUDIT, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { open } from '@/tests/dashboard/dashboard-rig';

const FOLLOWED = { isListed: true, isManaged: false, suspension: null, pattern: '*://*/*' };
const LEFT = { ...COURSE, host: 'left.example', label: 'Ancien cours' };
const START = 'Auditer ce cours';
const STOP = 'Terminer l’audit';

/** Opens the list of audits over a history of two courses. */
function openList(answers: Answers) {
	return open([], '#audits', {
		'audit/list': { ok: true, value: [] },
		'audit/state': { ok: true, value: { isAllowed: true, running: null } },
		'backup/head': { ok: true, value: { courses: [LEFT, COURSE], firstDay: null, lastDay: null } },
		'site/state': { ok: true, value: FOLLOWED },
		...answers,
	});
}

beforeEach(startBrowser);
afterEach(clear);

it.each([
	['is not followed any more', { ...FOLLOWED, isListed: false }],
	['is paused', { ...FOLLOWED, suspension: 'paused' }],
])('no audit is offered of a course whose site %s', async (_title, state) => {
	await openList({
		'site/state': ({ host }: { host: string }) => ({ ok: true, value: host === LEFT.host ? state : FOLLOWED }),
	});
	expect(read('#start-audit')).toContain(COURSE.label);
	expect(read('#start-audit')).not.toContain(LEFT.label);
});

it('says no longer that an audit could not start while another try goes on', async () => {
	let answer = (_: object) => {};
	let count = 0;
	await openList({
		'audit/start': () =>
			count++ === 0
				? { ok: true, value: null }
				: new Promise((resolve) => {
						answer = resolve;
					}),
	});
	control(START).click();
	await settle();
	expect(read('form [role="alert"]')).toContain('n’a pas démarré');
	control(START).click();
	await settle();
	expect(document.querySelector('form [role="alert"]')).toBeNull();
	answer({ ok: true, value: null });
	await settle();
	expect(read('form [role="alert"]')).toContain('n’a pas démarré');
});

it('the focus goes on to the button that ends the audit, and from there into the view', async () => {
	let running: readonly object[] = [];
	await openList({
		'audit/list': () => ({ ok: true, value: running }),
		'audit/start': () => {
			running = [{ ...AUDIT, endedAtMs: null }];
			return { ok: true, value: AUDIT };
		},
		'audit/stop': () => {
			running = [{ ...AUDIT, endedAtMs: 1 }];
			return { ok: true, value: null };
		},
	});
	for (const [pressed, focused] of [
		[START, () => control(STOP)],
		[STOP, () => document.getElementById('content')],
	] as const) {
		control(pressed).focus();
		control(pressed).click();
		await settle();
		expect(document.activeElement).toBe(focused());
	}
});

it('asks for all that the list shows at once: in a busy browser each answer takes long', async () => {
	const asked = new Set<string>();
	const never = (type: string) => () => {
		asked.add(type);
		return new Promise(() => {});
	};
	const types = ['audit/list', 'audit/state', 'backup/head'] as const;
	void openList(Object.fromEntries(types.map((type) => [type, never(type)])));
	await settle();
	await settle();
	expect([...asked]).toEqual([...types]);
});

it('asks for the next pages of a report before it judges those that came: both go on at once', async () => {
	const counts: string[] = [];
	await open([], `#audits/${AUDIT.id}`, {
		'audit/list': { ok: true, value: [{ ...AUDIT, endedAtMs: 1 }] },
		'audit/state': { ok: true, value: { isAllowed: true, running: null } },
		'audit/pages': ({ after }: { after: number }) => {
			counts.push(read('[aria-busy]'));
			const value = after < 2 ? [{ ...PAGE, number: after + 1 }] : [];
			return { ok: true, value: JSON.stringify(value) };
		},
	});
	await settle();
	expect(counts.slice(1).map((text) => /\d+/.exec(text)?.[0])).toEqual(['0', '1']);
	expect(read('.audit-pages')).toContain(PAGE.title);
});
