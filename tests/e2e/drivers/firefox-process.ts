import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, connect } from 'puppeteer-core';
import { TOOLS } from '@/scripts/setup/browsers.mjs';
import { findCommand } from '@/scripts/setup/paths.mjs';
import type { BrowserOptions } from './driver.ts';
import { connectFirefox, type FirefoxConnection } from './firefox-connection.ts';

const START_TIMEOUT_MS = 60_000;

/** A running Firefox; `ended` resolves when its process has. */
export interface FirefoxProcess {
	readonly browser: Browser;
	readonly connection: FirefoxConnection;
	readonly pid: number;
	readonly ended: Promise<unknown>;
}

/**
 * Starts Firefox on a profile and connects puppeteer to it. Not by puppeteer's `launch`, which writes preferences of its own into
 * the profile, among them one that puts all sites in one process (`fission.webContentIsolationStrategy`).
 */
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
	const connection = await connectFirefox(await listeningUrl(child.stderr));
	const browser = await connect({
		transport: connection.transport,
		protocol: 'webDriverBiDi',
		acceptInsecureCerts: takesAnyCertificate,
		defaultViewport: headless ? { width: 1280, height: 800 } : null,
		// Network events would slow down what the tests measure.
		networkEnabled: false,
	});
	return { browser, connection, pid: child.pid as number, ended };
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
