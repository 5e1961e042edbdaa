/** Time for the browser to open the file. */
const OPENING_MS = 60_000;

/** Downloads a file under a name. */
export function saveFile(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), OPENING_MS);
}
