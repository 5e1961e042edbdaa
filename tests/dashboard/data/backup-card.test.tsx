// @vitest-environment happy-dom

import { signal } from '@preact/signals-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { BackupCard } from '@/entrypoints/dashboard/data/BackupCard';
import type { BackupState, createBackupModel } from '@/entrypoints/dashboard/data/backup-model';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import type { HistoryPreview } from '@/utils/core/schema/restoration';

const HISTORY: HistoryPreview = {
	changedCount: 9,
	added: { count: 3, firstDay: '2026-11-16', lastDay: '2026-11-18', receivedBytes: 12_000_000, activeMs: 3_600_000 },
	replacedCount: 14,
	replaced: [
		{
			day: '2026-11-20',
			before: { receivedBytes: 1_000_000, activeMs: 60_000 },
			after: { receivedBytes: 2_000_000, activeMs: 120_000 },
		},
	],
	courseCount: 1,
	courses: ['Prévention'],
	renamedCount: 1,
	renamed: [{ before: 'Ancien nom', after: 'Nouveau nom' }],
	unchangedCount: 2,
	futureCount: 1,
};

const model = {
	state: signal<BackupState>({ step: 'idle' }),
	...{ save: vi.fn(), choose: vi.fn(), restore: vi.fn(), undo: vi.fn(), cancel: vi.fn() },
} satisfies ReturnType<typeof createBackupModel>;

async function show(state: BackupState): Promise<void> {
	model.state.value = state;
	draw(() => <BackupCard model={model} />);
	await settle();
}

beforeEach(startBrowser);

it('a backup is first shown as what it would change, and restored with what is ticked', async () => {
	const settings = { names: ['goal', 'soberMode'], hasWeekly: true, hasSecret: true } as const;
	await show({
		step: 'preview',
		preview: { history: HISTORY, settings, hosts: ['moodle.example'], misnamed: ['256.1'] },
	});
	const text = read('.preview');
	for (const words of [
		'3 jours sont ajoutés, du lundi 16 novembre au mercredi 18 novembre : 12 Mo reçus',
		'Les chiffres de 14 jours changent',
		'vendredi 20 novembre : 1 Mo, 1 min devient 2 Mo, 2 min',
		'Et 13 autres.',
		'1 nom de cours est ajouté : Prévention.',
		'Le cours « Ancien nom » s’appelle désormais « Nouveau nom ».',
		'2 totaux diffèrent et restent tels qu’ils sont ici',
		'1 jour à venir est laissé de côté.',
		'sont restaurés : l’objectif, le mode sobre.',
		'laissés de côté : 256.1.',
	])
		expect(text).toContain(words);
	const boxes = [...document.querySelectorAll<HTMLInputElement>('.preview input')];
	expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false]);
	boxes.at(-1)?.click();
	await settle();
	control('Restaurer').click();
	expect(model.restore).toHaveBeenCalledWith({ weekly: false, secret: false, hosts: ['moodle.example'] });
});

it('a restoration can be undone where it changed something', async () => {
	await show({ step: 'restored', changedCount: 3, canUndo: true });
	expect(read('[role=status]')).toContain('3 enregistrements restaurés. Vous pouvez annuler');
	control('Annuler la restauration').click();
	expect(model.undo).toHaveBeenCalled();
	await show({ step: 'undone' });
	expect(read('[role=status]')).toContain('tout est comme avant');
	await show({ step: 'restored', changedCount: 0, canUndo: false });
	expect(hasControl('Annuler la restauration')).toBe(false);
});
