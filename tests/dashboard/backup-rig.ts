import { type PageMessages, parsePageMessage, type Reply } from '@/utils/core/schema/page-messages';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBackup } from '@/entrypoints/dashboard/data/read-backup';
import { type Task, writeBackup } from '@/entrypoints/dashboard/data/write-backup';
import { Restoration } from '@/utils/background/backup/restoration';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { type Database, openDatabase } from '@/utils/store/database';
import { eraseHistory } from '@/utils/store/history';
import { mergeHistory } from '@/utils/store/merge';

interface Message {
	readonly type: keyof PageMessages;
	readonly request: unknown;
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
		const handlers: { readonly [Type in keyof PageMessages]?: (request: never) => unknown } = {
			'backup/head': () => readBackupHead(this.database),
			'backup/days': ({ after }: { after: string }) => readDayRecords(this.database, after),
			'restore/begin': ({ id }: { id: string }) => restoration.begin(id) ?? null,
			'restore/add': ({ id, days }: { id: string; days: unknown[] }) => restoration.add(id, days),
			'settings/restored': () => null,
			'restore/finish': async ({ id, courses }: { id: string; courses: unknown[] }) => {
				const history = restoration.finish(id, courses);
				return history && mergeHistory(this.database, history.days, history.courses);
			},
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

	read(file: Blob | string, change: Partial<Task> = {}) {
		return readBackup(typeof file === 'string' ? new Blob([file]) : file, task(change));
	}

	async eraseAll(): Promise<void> {
		await eraseHistory(this.database);
		await fakeBrowser.storage.local.clear();
	}
}

/** A task without progress display that is never cancelled. */
export const task = (change: Partial<Task> = {}): Task => ({ report: () => {}, isCancelled: () => false, ...change });
