import type { Driver } from '@/tests/e2e/drivers/driver';

/** The interfaces of the extension, in its background. */
interface Chrome {
	readonly runtime: { readonly onMessage: { addListener(listener: (message: unknown) => void): void } };
	readonly storage: { readonly session: { set(items: object): Promise<void> } };
}

/** What the background was seen to hear and to write, under `watched` in `storage.session`. */
export interface Watched {
	/** Reports of pages. */
	readonly heardCount: number;
	/** Words that stood in a message. */
	readonly leaks: readonly string[];
	/** What its console got, and errors that nothing caught. */
	readonly written: readonly string[];
}

/** Notes messages within the extension that hold one of the words, what the background writes into its console, and its errors. */
export async function watchBackground(driver: Driver, words: readonly string[]): Promise<void> {
	await driver.evaluateInBackground(async (each) => {
		const { runtime, storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
		const watched = { heardCount: 0, leaks: [] as string[], written: [] as string[] };
		const save = () => storage.session.set({ watched });
		runtime.onMessage.addListener((message) => {
			const text = JSON.stringify(message).toLowerCase();
			if (text.includes('frame/report')) watched.heardCount++;
			watched.leaks.push(...each.filter((word) => text.includes(word)));
			void save();
		});
		const note = (value: unknown) => {
			watched.written.push(String(value));
			void save();
		};
		for (const name of ['debug', 'log', 'info', 'warn', 'error'] as const)
			console[name] = (...args: unknown[]) => note(args.join(' '));
		addEventListener('error', (event) => note(event.message));
		addEventListener('unhandledrejection', (event) => note(event.reason));
		await save();
	}, words);
}

declare global {
	interface Window {
		/** What the page's console got, and errors that nothing caught. */
		written: string[];
	}
}

/** Runs in the page: notes what its console gets, and errors that nothing caught. */
export function watchConsole(): void {
	window.written = [];
	const note = (value: unknown) => void window.written.push(String(value));
	for (const name of ['debug', 'log', 'info', 'warn', 'error'] as const)
		console[name] = (...args: unknown[]) => note(args.join(' '));
	addEventListener('error', (event) => note(event.message));
	addEventListener('unhandledrejection', (event) => note(event.reason));
}
