import { deleteDB } from 'idb';
import { createItem } from '@/utils/browser/storage-item';
import {
	type DatabaseRecord,
	FIRST_NAME,
	parseDatabaseRecord,
	type StoreState,
} from '@/utils/core/schema/database-record';
import { dayOf } from '@/utils/core/units/day';
import { type Database, openDatabase } from './database';
import { readCopies } from './day-copy';
import { mergeHistory } from './merge';

const databaseRecord = createItem('database', parseDatabaseRecord);

/** Keeps the database open: opens it again where the browser has closed it, and another where it cannot be opened any more. */
export class DatabaseKeeper {
	#opening: Promise<Database> | null = null;
	#isFailing = false;

	/** The open database. */
	open(): Promise<Database> {
		this.#opening ??= this.#openOrPutAside().catch((error) => {
			this.#opening = null;
			throw error;
		});
		return this.#opening;
	}

	/** Writes figures. When that fails the database is opened again for the next call: its connection may be unusable. */
	async write(task: (database: Database) => Promise<void>): Promise<void> {
		try {
			await task(await this.open());
			this.#isFailing = false;
		} catch (error) {
			this.#isFailing = true;
			const opened = this.#opening;
			this.#opening = null;
			void opened
				?.then((database) => database.close())
				.catch(() => {
					// It could not be opened: nothing to close.
				});
			throw error;
		}
	}

	/** What is wrong with the figures. A loss is found when the database is opened: a page may ask before anything else has done so. */
	async state(): Promise<StoreState> {
		const canOpen = await this.open().then(
			() => true,
			() => false,
		);
		return { loss: (await databaseRecord.read()).loss, isFailing: this.#isFailing || !canOpen };
	}

	/** The user has read of the last loss. */
	async acceptLoss(): Promise<void> {
		await databaseRecord.change((record) => ({ ...record, loss: null }));
	}

	/** Deletes the databases that were put aside, and what is known of them. */
	async eraseAside(): Promise<void> {
		const { name } = await databaseRecord.read();
		const names = (await indexedDB.databases()).map((each) => each.name ?? '');
		for (const other of names) if (other.startsWith(FIRST_NAME) && other !== name) await deleteDB(other);
		await this.acceptLoss();
	}

	async #openOrPutAside(): Promise<Database> {
		const record = await databaseRecord.read();
		try {
			return await this.#open(record);
		} catch (error) {
			// Under another name it opens only if the fault is in the database, not in the disk.
			const number = Number(record.name.slice(FIRST_NAME.length + 1)) || 1;
			const why = (error as Partial<DOMException>).name === 'VersionError' ? 'newer' : 'damaged';
			const loss = { why, day: dayOf(new Date()) } as const;
			return this.#open({ name: `${FIRST_NAME}-${number + 1}`, isCreated: false, loss });
		}
	}

	async #open(record: DatabaseRecord): Promise<Database> {
		let isNew = false;
		const database = await openDatabase(record.name, {
			onCreated: () => {
				isNew = true;
			},
			onClosed: () => {
				this.#opening = null;
			},
		});
		const found = isNew && record.isCreated ? ({ why: 'gone', day: dayOf(new Date()) } as const) : record.loss;
		const isRestored = isNew && found !== null && (await takeCopies(database));
		const loss = isRestored ? { ...found, isRestored } : found;
		if (isNew || !record.isCreated) await databaseRecord.write({ ...record, isCreated: true, loss });
		return database;
	}
}

/** Fills a new database from the copy of the days; whether there was one. */
async function takeCopies(database: Database): Promise<boolean> {
	try {
		const copies = await readCopies();
		const days = copies.map(({ record }) => record);
		await mergeHistory(
			database,
			days,
			copies.flatMap(({ courses }) => courses),
		);
		return days.length > 0;
	} catch {
		// A database without earlier figures is better than none.
		return false;
	}
}
