import { signal } from '@preact/signals-core';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { dayOf } from '@/utils/core/units/day';
import type { BackupState } from './BackupCard';
import { readBackup } from './read-backup';
import { type Task, writeBackup } from './write-backup';

/** Saving everything, and taking it back in. */
export function createBackupView(services: DashboardServices) {
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
		const file = await writeBackup(services, start('saving'));
		if (file) services.saveFile(file, `sobrio-backup-${dayOf(services.now())}.json`);
		state.value = file ? { step: 'saved' } : { step: 'refused', error: { code: isCancelled ? 'cancelled' : 'store' } };
	}

	async function restore(file: Blob): Promise<void> {
		const restored = await readBackup(services, file, start('restoring'));
		state.value = restored.ok
			? { step: 'restored', changedCount: restored.changedCount }
			: { step: 'refused', error: restored.error };
	}

	function cancel(): void {
		isCancelled = true;
	}

	return { state, save, restore, cancel };
}
