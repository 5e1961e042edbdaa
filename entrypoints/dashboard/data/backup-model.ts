import { signal } from '@preact/signals-core';
import type { Page } from '@/entrypoints/dashboard/context/context';
import type { BackupError } from '@/utils/core/export/backup';
import { dayOf } from '@/utils/core/units/day';
import { readBackup } from './read-backup';
import { type Task, writeBackup } from './write-backup';

/** The progress of a backup or restoration; `share` is 0 to 1. */
export type BackupState =
	| { readonly step: 'idle' | 'saved' }
	| { readonly step: 'saving' | 'restoring'; readonly share: number }
	| { readonly step: 'restored'; readonly changedCount: number }
	| { readonly step: 'refused'; readonly error: BackupError };

/** Saving everything to a file, and restoring it. */
export function createBackupModel({ now, saveFile }: Pick<Page, 'now' | 'saveFile'>) {
	const state = signal<BackupState>({ step: 'idle' });
	let isCancelled = false;

	function start(step: 'saving' | 'restoring'): Task {
		isCancelled = false;
		state.value = { step, share: 0 };
		return {
			report: (share) => {
				state.value = { step, share };
			},
			isCancelled: () => isCancelled,
		};
	}

	async function save(): Promise<void> {
		const file = await writeBackup(start('saving'));
		if (file) saveFile(file, `sobrio-backup-${dayOf(now())}.json`);
		state.value = file ? { step: 'saved' } : { step: 'refused', error: { code: isCancelled ? 'cancelled' : 'store' } };
	}

	async function restore(file: Blob): Promise<void> {
		const restored = await readBackup(file, start('restoring'));
		state.value = restored.ok
			? { step: 'restored', changedCount: restored.changedCount }
			: { step: 'refused', error: restored.error };
	}

	function cancel(): void {
		isCancelled = true;
	}

	return { state, save, restore, cancel };
}

export type BackupModel = ReturnType<typeof createBackupModel>;
