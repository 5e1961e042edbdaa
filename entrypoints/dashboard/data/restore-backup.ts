import { ask } from '@/utils/browser/rpc';
import type { BackupError } from '@/utils/core/export/backup';
import type { Change, HistoryPreview } from '@/utils/core/schema/restoration';
import { isHost } from '@/utils/core/units/host';
import {
	previewSettings,
	restoreSettings,
	type SettingsChange,
	type SettingsChoice,
	type SettingsPreview,
	sitesOf,
	undoSettings,
} from '@/utils/settings/backup';
import { answerOf, Refusal, sendBackup } from './read-backup';
import type { Task } from './write-backup';

/** Changes per message to the background, as it sends them. */
const CHANGES_A_BATCH = 400;

/** What restoring a file would change. */
export interface BackupPreview {
	readonly history: HistoryPreview;
	readonly settings: SettingsPreview;
	/** Hosts that are followed in the file and not here. */
	readonly hosts: readonly string[];
	/** What stands among them and is no host: it is left out. */
	readonly misnamed: readonly string[];
}

/** The user's choice of what is never restored silently. */
export interface RestoreChoice extends SettingsChoice {
	/** The hosts to follow, whose access the user has just granted. */
	readonly hosts: readonly string[];
}

/** A local copy of what a restoration replaced: all that it takes to undo it. */
export interface Undo {
	readonly changes: readonly Change[];
	readonly settings: SettingsChange;
	readonly hosts: readonly string[];
}

type Outcome<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly error: BackupError };

/** What a file would change, once all of it was checked. Changes nothing. */
export function previewBackup(file: Blob, task: Task): Promise<Outcome<{ readonly preview: BackupPreview }>> {
	return refusing(async () => {
		const id = crypto.randomUUID();
		const head = await sendBackup(file, task, id);
		const history = answerOf(await ask('restore/preview', { id, courses: head.courses }));
		if (history === null) throw new Refusal({ code: 'damaged', line: 1 });
		const listed = answerOf(await ask('site/list', {})).map(({ host }) => host);
		const names = [...new Set(sitesOf(head.settings).map(({ host }) => host))].filter((host) => !listed.includes(host));
		const preview = {
			history,
			settings: await previewSettings(head.settings),
			hosts: names.filter((name) => isHost(name)),
			misnamed: names.filter((name) => !isHost(name)),
		};
		return { preview };
	});
}

/** Restores a file as previewed: stores all of its history or nothing, then its settings and sites. */
export function restoreBackup(
	file: Blob,
	choice: RestoreChoice,
	task: Task,
): Promise<Outcome<{ readonly changedCount: number; readonly undo: Undo }>> {
	return refusing(async () => {
		const id = crypto.randomUUID();
		const head = await sendBackup(file, task, id);
		const changedCount = answerOf(await ask('restore/finish', { id, courses: head.courses }));
		if (changedCount === null) throw new Refusal({ code: 'damaged', line: 1 });
		const changes = await fetchChanges(id);
		let settings: SettingsChange;
		try {
			settings = await restoreSettings(head.settings, choice);
		} catch {
			// The browser's storage is full: all of it or nothing.
			await undoHistory(changes);
			throw new Refusal({ code: 'store' });
		}
		const sites = sitesOf(head.settings).filter(({ host }) => choice.hosts.includes(host));
		const hosts = sites.length > 0 ? answerOf(await ask('restore/follow', { sites })) : [];
		answerOf(await ask('settings/restored', {}));
		return {
			changedCount: changedCount + Object.keys(settings.written).length + hosts.length,
			undo: { changes, settings, hosts },
		};
	});
}

/** Undoes a restoration. Resolves to whether that succeeded. */
export async function undoRestoration({ changes, settings, hosts }: Undo): Promise<boolean> {
	const undone = await refusing(async () => {
		await undoHistory(changes);
		await undoSettings(settings);
		for (const host of hosts) answerOf(await ask('site/unfollow', { host }));
		answerOf(await ask('settings/restored', {}));
		return {};
	});
	return undone.ok;
}

async function fetchChanges(id: string): Promise<readonly Change[]> {
	const changes: Change[] = [];
	for (;;) {
		const batch = answerOf(await ask('restore/changes', { id, from: changes.length }));
		if (batch.length === 0) return changes;
		changes.push(...batch);
	}
}

async function undoHistory(changes: readonly Change[]): Promise<void> {
	const id = crypto.randomUUID();
	answerOf(await ask('restore/begin', { id }));
	for (let from = 0; from < changes.length; from += CHANGES_A_BATCH)
		answerOf(await ask('undo/add', { id, changes: changes.slice(from, from + CHANGES_A_BATCH) }));
	answerOf(await ask('undo/finish', { id }));
}

async function refusing<Value extends object>(run: () => Promise<Value>): Promise<Outcome<Value>> {
	try {
		return { ok: true, ...(await run()) };
	} catch (error) {
		// Whatever else fails, such as a file that is gone by now, must not leave the page waiting.
		return { ok: false, error: error instanceof Refusal ? error.error : { code: 'store' } };
	}
}
