import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './bench-case';

const READING_MS = 500;
const SCRIPT_TIMEOUT_MS = 30_000;

/** Opens the case's page, waits until its script has done everything, and stays a moment. */
export async function study({ page, at }: Stage): Promise<void> {
	await page.goto(at('banc', 'page'));
	await page.waitFor('window.isDone === true', SCRIPT_TIMEOUT_MS);
	await sleep(READING_MS);
}

/** Opens a page without a script. */
export async function read({ page, at }: Stage): Promise<void> {
	await page.goto(at('banc', 'page'));
	await sleep(READING_MS);
}
