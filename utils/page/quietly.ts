/** Runs code of ours in the page, or within one of its calls, and catches its errors: the page must not notice them. */
export function quietly(run: () => void): void {
	try {
		run();
	} catch {
		// The browser lacks an interface, or the page changed one: nothing is done there.
	}
}
