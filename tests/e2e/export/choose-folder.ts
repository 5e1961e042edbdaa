import type { Tab } from '@/tests/e2e/drivers/driver';

/** What TypeScript does not know of a dropped item: Chromium gives the folder itself. */
interface HandleItem extends DataTransferItem {
	getAsFileSystemHandle?(): Promise<FileSystemHandle>;
}

/** Runs in the page: the next folder that is dropped is not read, but is what its picker of folders then gives. */
function keepFolder(): void {
	const keep = (event: DragEvent) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		const item = event.dataTransfer?.items[0] as HandleItem | undefined;
		const handle = item?.getAsFileSystemHandle?.();
		Object.assign(globalThis, { showDirectoryPicker: () => handle });
		document.documentElement.dataset.kept = '';
	};
	window.addEventListener('drop', keep, { capture: true, once: true });
}

/** Chooses a folder with the picker of Chromium, whose dialog no test can use. */
export async function chooseFolder(page: Tab, folder: string): Promise<void> {
	await page.evaluate(keepFolder);
	await page.bringToFront();
	await page.drop([folder]);
	await page.waitFor(() => document.documentElement.dataset.kept !== undefined);
	await page.evaluate(() => document.getElementById('group-folder')?.click());
}
