import { type PageMessages, parsePageMessage, type Reply } from '@/utils/core/schema/page-messages';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { previewBackup, type RestoreChoice, restoreBackup } from '@/entrypoints/dashboard/data/restore-backup';
import { type Task, writeBackup } from '@/entrypoints/dashboard/data/write-backup';
import { Restoration } from '@/utils/background/backup/restoration';
import { previewHistory } from '@/utils/core/export/history-preview';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { type Database, openDatabase } from '@/utils/store/database';
import { eraseHistory } from '@/utils/store/history';
import { mergeHistory } from '@/utils/store/merge';
import { undoChanges } from '@/utils/store/undo';

interface Message {
	readonly type: keyof PageMessages;
	readonly request: unknown;
}

interface Ending {
	readonly id: string;
	readonly courses: unknown[];
}

/** Answers a message of a page. */
export type Background = (message: Message) => Promise<Reply<unknown>>;

/** A dashboard and its background over an empty store. */
export class BackupRig {
	readonly database: Database;
	/** Answers the page's requests. */
	background: Background;

	private constructor(database: Database) {
		this.database = database;
		this.background = this.createBackground();
		const sendMessage = (message: Message) => this.background(message);
		Object.assign(fakeBrowser.runtime, { sendMessage });
	}

	static async open(): Promise<BackupRig> {
		fakeBrowser.reset();
		globalThis.indexedDB = new IDBFactory();
		return new BackupRig(await openDatabase());
	}

	/** The background's part, on a real store; every message crosses as JSON, as it does in Chrome. */
	createBackground(): Background {
		const restoration = new Restoration();
		const merge = async (id: string, courses: readonly unknown[], isPreview: boolean) => {
			const history = restoration.finish(id, courses);
			return history && mergeHistory(this.database, history.days, history.courses, isPreview);
		};
		const handlers: { readonly [Type in keyof PageMessages]?: (request: never) => unknown } = {
			'backup/head': () => readBackupHead(this.database),
			'backup/days': ({ after }: { after: string }) => readDayRecords(this.database, after),
			'restore/begin': ({ id }: { id: string }) => restoration.begin(id) ?? null,
			'restore/add': ({ id, days }: { id: string; days: unknown[] }) => restoration.add(id, days),
			'settings/restored': () => null,
			'restore/preview': async ({ id, courses }: Ending) => {
				const merged = await merge(id, courses, true);
				return merged && previewHistory(merged.changes, { ...merged, futureCount: 0 });
			},
			'restore/finish': async ({ id, courses }: Ending) => {
				const merged = await merge(id, courses, false);
				if (merged) restoration.hold(merged.changes);
				return merged?.changes.length ?? null;
			},
			'restore/changes': ({ id, from }: { id: string; from: number }) => restoration.changesFrom(id, from),
			'restore/follow': ({ sites }: { sites: { host: string }[] }) => sites.map(({ host }) => host),
			'undo/add': ({ id, changes }: { id: string; changes: unknown[] }) => restoration.addChanges(id, changes) ?? null,
			'undo/finish': async ({ id }: { id: string }) => {
				await undoChanges(this.database, restoration.takeChanges(id));
				return null;
			},
			'site/list': () => [],
			'site/unfollow': () => null,
		};
		return async ({ type, request }) => {
			const message = parsePageMessage(JSON.parse(JSON.stringify({ type, request })));
			if (!message) return { ok: false, error: 'bad-request' };
			try {
				const value = await handlers[type]?.(message.request as never);
				return { ok: true, value: JSON.parse(JSON.stringify(value)) };
			} catch {
				return { ok: false, error: 'store-failed' };
			}
		};
	}

	async write(): Promise<Blob> {
		return (await writeBackup(task())) as Blob;
	}

	/** What a file would change. */
	preview(file: Blob | string) {
		return previewBackup(blobOf(file), task());
	}

	/** Restores a file with all that is offered; gives the number of records that it changed. */
	async read(file: Blob | string, change: Partial<Task> = {}) {
		const read = await this.restore(file, { weekly: true, secret: true, hosts: [] }, change);
		return read.ok ? { ok: true, changedCount: read.undo.changes.length } : read;
	}

	restore(file: Blob | string, choice: RestoreChoice, change: Partial<Task> = {}) {
		return restoreBackup(blobOf(file), choice, task(change));
	}

	async eraseAll(): Promise<void> {
		await eraseHistory(this.database);
		await fakeBrowser.storage.local.clear();
	}
}

/** A task without progress display that is never cancelled. */
export const task = (change: Partial<Task> = {}): Task => ({ report: () => {}, isCancelled: () => false, ...change });

function blobOf(file: Blob | string): Blob {
	return typeof file === 'string' ? new Blob([file]) : file;
}
