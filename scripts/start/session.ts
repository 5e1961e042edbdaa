import type { StartOptions } from '@/scripts/setup/start-options.mjs';
import { type Driver, openBrowser } from '@/tests/e2e/drivers/driver';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { WORDS } from './words';

/**
 * Opens a browser with the built extension, does the work, and always closes it. Ctrl+C ends the work by
 * throwing from it.
 */
export async function withBrowser(
	{ browser, lang, isHeadless }: StartOptions,
	downloadDir: string | null,
	work: (driver: Driver) => Promise<void>,
): Promise<void> {
	const stop = listenToStop(WORDS[lang].interrupted);
	try {
		const driver = await openBrowser({
			browser,
			lang,
			headless: isHeadless,
			extensionDir: extensionDir(browser),
			...(downloadDir && { downloadDir }),
		});
		try {
			await Promise.race([work(driver), stop.asked]);
		} finally {
			await driver.close();
		}
	} finally {
		stop.ignore();
	}
}

/** Fails `asked` when the terminal or the system asks the process to end. */
function listenToStop(words: string): { asked: Promise<never>; ignore(): void } {
	const { promise, reject } = Promise.withResolvers<never>();
	const ask = () => reject(new StopAsked(words));
	// The browser may still be starting: the rejection is handled by the race that follows.
	promise.catch(() => {});
	for (const signal of SIGNALS) process.on(signal, ask);
	return {
		asked: promise,
		ignore: () => {
			for (const signal of SIGNALS) process.off(signal, ask);
		},
	};
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The person asked the work to end: no failure where waiting for that was the work. */
export class StopAsked extends Error {}
