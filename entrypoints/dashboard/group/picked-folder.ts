import { MAX_FILES, type OnCount } from './dropped-files';

/** What TypeScript does not know yet: https://wicg.github.io/file-system-access/#api-showdirectorypicker */
interface FolderPicker {
	showDirectoryPicker?(): Promise<FileSystemDirectoryHandle>;
}

const FILES_AT_ONCE = 100;

/** Whether the browser refused the picker before, as a policy may. */
let isRefused = false;

/** Whether the browser lets a page read a chosen folder bit by bit: Chromium does. Its list of 30,000 files of an input blocks the page for 4 s. */
export function hasFolderPicker(): boolean {
	return !isRefused && 'showDirectoryPicker' in globalThis;
}

/**
 * The files of the folder that the user chooses, those in its folders included; none where the user cancels. Must be called within a click.
 * `onRefused` is called where the browser refuses the picker: from then on {@link hasFolderPicker} says no.
 */
export async function pickedFiles(onCount: OnCount, onRefused: () => void): Promise<readonly File[]> {
	const files: File[] = [];
	try {
		const folder = await (globalThis as FolderPicker).showDirectoryPicker?.();
		if (folder) await collect(folder, files, onCount);
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return [];
		isRefused = true;
		onRefused();
	}
	return files;
}

/** Adds the files in a folder and in its folders; skips what cannot be opened. */
async function collect(folder: FileSystemDirectoryHandle, files: File[], onCount: OnCount): Promise<void> {
	const folders: FileSystemDirectoryHandle[] = [];
	let found: FileSystemFileHandle[] = [];
	const open = async () => {
		const opened = await Promise.all(found.map((each) => each.getFile().catch(() => null)));
		files.push(...opened.filter((file) => file !== null));
		found = [];
		return files.length < MAX_FILES && onCount(files.length);
	};
	try {
		for await (const entry of folder.values()) {
			if (entry.kind === 'directory') folders.push(entry as FileSystemDirectoryHandle);
			else found.push(entry as FileSystemFileHandle);
			if (found.length === FILES_AT_ONCE && !(await open())) return;
		}
	} catch {
		// The folder is gone, or may not be read: what was found is read all the same.
	}
	if (!(await open())) return;
	for (const each of folders) await collect(each, files, onCount);
}
