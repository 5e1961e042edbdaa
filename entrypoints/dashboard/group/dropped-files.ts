/** More than any page can hold; a limit for a disk that is dropped by mistake. */
export const MAX_FILES = 300_000;

/** Told how many files were found; false ends the search. */
export type OnCount = (count: number) => boolean;

/** The files that were dropped, those in folders included. Must be called within the event, which discards them afterwards. */
export async function droppedFiles(dropped: DataTransfer, onCount: OnCount): Promise<readonly File[]> {
	const items = [...dropped.items].filter(({ kind }) => kind === 'file');
	const found = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
	const files: File[] = [];
	for (const each of found) {
		if (each instanceof File) files.push(each);
		else if (each) await collect([each], files, onCount);
	}
	return files;
}

/** Adds the files of entries and of their folders; skips what cannot be opened. */
async function collect(entries: readonly FileSystemEntry[], files: File[], onCount: OnCount): Promise<void> {
	const opened = await Promise.all(entries.filter(({ isFile }) => isFile).map(fileOf));
	files.push(...opened.filter((file) => file !== null));
	for (const folder of entries.filter(({ isDirectory }) => isDirectory)) {
		const reader = (folder as FileSystemDirectoryEntry).createReader();
		while (files.length < MAX_FILES && onCount(files.length)) {
			// Returns up to a hundred entries at a time, and none at the end: https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryReader/readEntries
			const next = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
			if (next.length === 0) break;
			await collect(next, files, onCount);
		}
	}
}

function fileOf(entry: FileSystemEntry): Promise<File | null> {
	return new Promise((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
}
