// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LrsCard } from '@/entrypoints/dashboard/settings/LrsCard';
import { createLrsModel, type LrsModel } from '@/entrypoints/dashboard/settings/lrs-model';
import { changeAccess, fakeBackground, permissions, startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { EMPTY_QUEUE, withoutAnswer } from '@/utils/core/delivery/queue';
import type { Lrs } from '@/utils/core/schema/settings';
import { changeQueue, readOwnLrs, readQueue, saveLrs } from '@/utils/settings/lrs';

const LRS: Lrs = {
	endpoint: 'https://lrs.example/xapi',
	key: 'clé',
	secret: 'secret',
	version: '2.0.0',
	scope: 'personal',
	isWeekly: true,
};

/** Shows the card with what was saved, and returns what a form saves. */
function show(saved: Lrs | null) {
	const save = vi.fn<LrsModel['save']>();
	const target = { own: signal(saved), active: signal(saved), isAllowed: signal(true) };
	const fields = { ...target, queue: signal(EMPTY_QUEUE), status: signal('idle') };
	const model = { ...fields, proposedVersion: signal(null), save } as object as LrsModel;
	draw(() => <LrsCard model={model} />);
	return save;
}

/** The control that a label names. */
function field(label: string): HTMLInputElement {
	const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
	return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}

function submit(): void {
	document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
}

beforeEach(async () => {
	await startBrowser();
	Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
});

describe('the card of the Learning Record Store', () => {
	it('shows what was saved, the secret hidden, and saves it again as it is', () => {
		const save = show(LRS);
		expect([field('Adresse (https)').value, field('Clé').value]).toEqual([LRS.endpoint, LRS.key]);
		expect([field('Clé').type, field('Secret').type]).toEqual(['text', 'password']);
		submit();
		expect(save).toHaveBeenCalledExactlyOnceWith(LRS);
		expect(hasControl('Envoyer la semaine dernière')).toBe(true);
	});

	it('saves what is entered and chosen', () => {
		const save = show(null);
		expect(hasControl('Envoyer la semaine dernière')).toBe(false);
		for (const [label, value] of [
			['Adresse (https)', 'https://autre.example/'],
			['Clé', 'k'],
			['Secret', 's'],
			['Version', '1.0.3'],
			['Contenu', 'shareable'],
		] as const)
			field(label).value = value;
		submit();
		expect(save).toHaveBeenCalledExactlyOnceWith({
			endpoint: 'https://autre.example/',
			key: 'k',
			secret: 's',
			version: '1.0.3',
			scope: 'shareable',
			isWeekly: false,
		});
	});
});

describe('what was taken back or changed', () => {
	const LAST = { outcome: 'refused', status: 401, week: '2026-W48', atMs: 0, doneCount: 0, totalCount: 7 } as const;

	async function open() {
		const asked = fakeBackground({
			'queue/clear': async () => {
				await changeQueue(withoutAnswer);
				return { ok: true, value: null };
			},
		});
		await saveLrs(LRS);
		await changeQueue(() => ({ ...EMPTY_QUEUE, weeks: ['2026-W48'], last: LAST }));
		const model = createLrsModel(() => new Date('2026-12-01T08:00:00Z'));
		await model.load();
		draw(() => <LrsCard model={model} />);
		return asked;
	}

	async function turns(): Promise<void> {
		for (let turn = 0; turn < 8; turn++) await settle();
	}

	it('shows that the access to the host is gone, and gets it again with one click, which sends what waits', async () => {
		permissions.contains.mockResolvedValue(false);
		const asked = await open();
		expect(read()).toContain('Sobrio n’a plus votre autorisation d’envoyer à cette adresse');
		control('Autoriser à nouveau et envoyer ce qui attend').click();
		await turns();
		expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://lrs.example/*'] });
		expect(asked).toHaveBeenCalledExactlyOnceWith('lrs/send', { week: '2026-W48' });
		expect(hasControl('Autoriser à nouveau et envoyer ce qui attend')).toBe(false);
	});

	it('follows the access to the host while the page is open, and keeps what is being typed', async () => {
		const lost = 'Sobrio n’a plus votre autorisation d’envoyer à cette adresse';
		await open();
		const secret = document.querySelector('[name=secret]') as HTMLInputElement;
		secret.value = 'half ty';
		expect(read()).not.toContain(lost);
		changeAccess(false);
		await turns();
		expect(read()).toContain(lost);
		changeAccess(true);
		await turns();
		expect(read()).not.toContain(lost);
		expect(secret.value).toBe('half ty');
	});

	it.each([
		['endpoint', 'https://autre.example/xapi'],
		['secret', 'corrigé'],
	])(
		'ends what the store answered before, once another %s is saved; what waits goes on waiting',
		async (name, value) => {
			const asked = await open();
			expect(read('.target-state')).toContain('Le LRS refuse la clé ou le secret');
			(document.querySelector(`[name=${name}]`) as HTMLInputElement).value = value;
			submit();
			await turns();
			// Only the background changes what waits: it may be sending.
			expect(asked).toHaveBeenCalledExactlyOnceWith('queue/clear', { target: 'lrs', part: 'answer' });
			expect(await readQueue()).toEqual({ ...EMPTY_QUEUE, weeks: ['2026-W48'] });
			expect(read('.target-state')).toBe('En attente : 2026-W48.');
		},
	);

	it.each([
		['the same is saved again', false],
		['only each week’s sending is turned off', true],
	])('keeps the answer where %s', async (_, isTurnedOff) => {
		await open();
		if (isTurnedOff) (document.querySelector('[name=isWeekly]') as HTMLInputElement).checked = false;
		submit();
		await turns();
		expect((await readQueue()).last).toEqual(LAST);
	});
});

describe('a store that does not know the version', () => {
	/** Shows the card after a store of that version answered so to a week, which waits. */
	async function open(version: Lrs['version'], status: number) {
		const asked = fakeBackground({});
		await saveLrs({ ...LRS, version });
		const answer = { week: '2026-W48', atMs: 0, doneCount: 0, totalCount: 7 };
		const outcome = status === 400 ? 'invalid' : 'refused';
		await changeQueue(() => ({ ...EMPTY_QUEUE, weeks: ['2026-W48'], last: { ...answer, outcome, status } }));
		const model = createLrsModel(() => new Date('2026-12-01T08:00:00Z'));
		await model.load();
		draw(() => <LrsCard model={model} />);
		return asked;
	}

	it('is offered the common one in one click, which sends what waits', async () => {
		const asked = await open('2.0.0', 400);
		expect(read()).toContain('Beaucoup n’acceptent que xAPI 1.0.3');
		control('Envoyer en xAPI 1.0.3').click();
		for (let turn = 0; turn < 5; turn++) await settle();
		expect(await readOwnLrs()).toEqual({ ...LRS, version: '1.0.3' });
		expect(asked).toHaveBeenCalledExactlyOnceWith('lrs/send', { week: '2026-W48' });
		expect(hasControl('Envoyer en xAPI 1.0.3')).toBe(false);
		expect(field('Version').value).toBe('1.0.3');
	});

	it.each([
		['the common version was refused', '1.0.3', 400],
		['the key was refused', '2.0.0', 401],
	] as const)('is offered nothing where %s', async (_, version, status) => {
		await open(version, status);
		expect(hasControl('Envoyer en xAPI 1.0.3')).toBe(false);
	});
});
