import { browser, type DownloadChange } from '@/utils/browser/browser';
import { hasPermission } from '@/utils/browser/permissions';
import type { ExportFile } from '@/utils/core/schema/page-messages';

/**
 * Saves a file in the download folder, under another name where its own exists already; false when the user has not allowed that,
 * or the download failed.
 */
export async function saveFile({ name, type, text }: ExportFile): Promise<boolean> {
	if (!(await hasPermission('downloads'))) return false;
	// Chrome's worker has no object URLs, and Firefox saves no data URLs.
	const isWorker = typeof URL.createObjectURL !== 'function';
	const url = isWorker ? `data:${type},${encodeURIComponent(text)}` : URL.createObjectURL(new Blob([text], { type }));
	try {
		const options = { url, filename: name, saveAs: false, conflictAction: 'uniquify' } as const;
		return (await endOf(await browser.downloads.download(options))) === 'complete';
	} catch {
		// Too long for an address, a full disk, no folder: the file stays available in the dashboard.
		return false;
	} finally {
		if (!isWorker) URL.revokeObjectURL(url);
	}
}

/** How a download ended. */
function endOf(id: number): Promise<string> {
	return new Promise((resolve) => {
		const settle = (state: string | undefined) => {
			if (state !== 'complete' && state !== 'interrupted') return;
			browser.downloads.onChanged.removeListener(listen);
			resolve(state);
		};
		const listen = (change: DownloadChange) => {
			if (change.id === id) settle(change.state?.current);
		};
		browser.downloads.onChanged.addListener(listen);
		// It may have ended before the listener was added.
		void browser.downloads.search({ id }).then(([item]) => settle(item?.state));
	});
}
