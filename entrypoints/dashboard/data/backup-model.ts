import { signal } from '@preact/signals-core';
import type { Page } from '@/entrypoints/dashboard/context/context';
import { requestAccess } from '@/utils/browser/permissions';
import type { BackupError } from '@/utils/core/export/backup';
import { sitePattern } from '@/utils/core/platforms/hosted';
import { dayOf } from '@/utils/core/units/day';
import {
	type BackupPreview,
	previewBackup,
	type RestoreChoice,
	restoreBackup,
	type Undo,
	undoRestoration,
} from './restore-backup';
import { type Task, writeBackup } from './write-backup';

/** The progress of a backup or restoration; `share` is 0 to 1. */
export type BackupState =
	| { readonly step: 'idle' | 'saved' | 'undone' | 'undo_failed' | 'undoing' }
	| { readonly step: 'saving' | 'reading' | 'restoring'; readonly share: number }
	| { readonly step: 'preview'; readonly preview: BackupPreview }
	| { readonly step: 'restored'; readonly changedCount: number; readonly canUndo: boolean }
	| { readonly step: 'refused'; readonly error: BackupError };

/** Saving everything to a file, and restoring it: previewed, then applied as a whole, and undone as long as the page is open. */
export function createBackupModel({ now, saveFile }: Pick<Page, 'now' | 'saveFile'>) {
	const state = signal<BackupState>({ step: 'idle' });
	let isCancelled = false;
	let chosen: Blob | null = null;
	let undoable: Undo | null = null;

	function start(step: 'saving' | 'reading' | 'restoring'): Task {
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

	/** Reads a file and shows what it would change. */
	async function choose(file: Blob): Promise<void> {
		chosen = file;
		const read = await previewBackup(file, start('reading'));
		if (!read.ok) state.value = { step: 'refused', error: read.error };
		else if (isNothing(read.preview)) state.value = { step: 'restored', changedCount: 0, canUndo: false };
		else state.value = { step: 'preview', preview: read.preview };
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function restore(choice: RestoreChoice): Promise<void> {
		if (!chosen) return;
		const access = choice.hosts.length > 0 ? requestAccess(...choice.hosts.map((host) => sitePattern(host))) : true;
		const task = start('restoring');
		const hosts = (await access) ? choice.hosts : [];
		const restored = await restoreBackup(chosen, { ...choice, hosts }, task);
		chosen = null;
		undoable = restored.ok ? restored.undo : undoable;
		state.value = restored.ok
			? { step: 'restored', changedCount: restored.changedCount, canUndo: true }
			: { step: 'refused', error: restored.error };
	}

	async function undo(): Promise<void> {
		if (!undoable) return;
		state.value = { step: 'undoing' };
		state.value = { step: (await undoRestoration(undoable)) ? 'undone' : 'undo_failed' };
		undoable = null;
	}

	function cancel(): void {
		isCancelled = true;
		if (state.value.step === 'preview') state.value = { step: 'refused', error: { code: 'cancelled' } };
	}

	return { state, save, choose, restore, undo, cancel };
}

/** Whether a restoration has nothing to change, to ask or to name. */
function isNothing({ history, settings, hosts, misnamed }: BackupPreview): boolean {
	const { changedCount, unchangedCount, futureCount } = history;
	const isSame = changedCount + unchangedCount + futureCount + hosts.length + misnamed.length === 0;
	return isSame && settings.names.length === 0 && !settings.hasWeekly && !settings.hasSecret;
}

export type BackupModel = ReturnType<typeof createBackupModel>;
