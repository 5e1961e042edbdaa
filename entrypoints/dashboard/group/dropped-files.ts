/** More files than any group has; a whole disk that is dropped by mistake stops here. */
export const MAX_FILES = 10_000;

/** The files that were dropped, those of folders with them. Must be called within the event, which forgets them after. */
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

/** Adds the files of an entry, however deep; one that cannot be opened is left out. */
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
		// A folder comes a hundred entries at a time, until none comes.
		const entries = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
		if (entries.length === 0) return;
		for (const each of entries) await collect(each, files);
	}
}
