/** More than any group has; a limit for a disk that is dropped by mistake. */
export const MAX_FILES = 10_000;

/** The files that were dropped, those in folders included. Must be called within the event, which discards them afterwards. */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly File[]> {
	const items = [...dropped.items].filter(({ kind }) => kind === 'file');
	const found = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
	const files: File[] = [];
	for (const each of found) {
		if (each instanceof File) files.push(each);
		else if (each) await collect(each, files);
	}
	return files;
}

/** Adds the files of an entry and of its folders; skips what cannot be opened. */
async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
	if (files.length >= MAX_FILES) return;
	if (entry.isFile) {
		const file = await new Promise<File | null>((resolve) =>
			(entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
		);
		if (file) files.push(file);
		return;
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	for (;;) {
		// Returns up to a hundred entries at a time, and none at the end: https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryReader/readEntries
		const entries = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
		if (entries.length === 0) return;
		for (const each of entries) await collect(each, files);
	}
}
