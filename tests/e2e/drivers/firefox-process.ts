import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { TOOLS } from '@/scripts/setup/browsers.mjs';
import { findCommand } from '@/scripts/setup/paths.mjs';
import type { Bidi } from './bidi.ts';
import { connectBidi } from './bidi.ts';
import type { BrowserOptions } from './driver.ts';

const START_TIMEOUT_MS = 60_000;

/** A running Firefox; `ended` resolves when its process has. */
export interface FirefoxProcess {
	readonly bidi: Bidi;
	readonly pid: number;
	readonly ended: Promise<unknown>;
}

/** Starts Firefox on a profile and connects to it. */
export async function startFirefox(
	profileDir: string,
	{ headless, takesAnyCertificate = false }: Pick<BrowserOptions, 'headless' | 'takesAnyCertificate'>,
): Promise<FirefoxProcess> {
	const command = findCommand(TOOLS.firefox.commands);
	if (!command) throw new Error('No firefox on PATH.');
	const args = ['--remote-debugging-port=0', '--remote-allow-system-access', '--no-remote', '--profile', profileDir];
	const child = spawn(command, [...args, ...(headless ? ['--headless'] : [])], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: {
			...process.env,
			MOZ_CRASHREPORTER_DISABLE: '1',
			MOZ_DISABLE_AUTO_SAFE_MODE: '1',
			MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
		},
	});
	const ended = once(child, 'exit');
	const drop = () => child.kill('SIGKILL');
	process.once('exit', drop);
	void ended.then(() => process.off('exit', drop));
	const url = await listeningUrl(child.stderr);
	return { bidi: await connectBidi(url, takesAnyCertificate), pid: child.pid as number, ended };
}

/** The address that Firefox prints once it listens. */
function listeningUrl(stderr: NodeJS.ReadableStream): Promise<string> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('Firefox did not start.')), START_TIMEOUT_MS);
		const lines = createInterface({ input: stderr });
		lines.on('line', (line) => {
			const url = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
			if (!url) return;
			clearTimeout(timer);
			resolve(url);
		});
		lines.on('close', () => reject(new Error('Firefox ended before it listened.')));
	});
}
