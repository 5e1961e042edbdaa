import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, WebWorker } from 'puppeteer-core';
import { reloadExtension } from './chromium-extensions.ts';
import type { Driver } from './driver.ts';
import { killDescendants } from './processes.ts';
import { until } from './wait.ts';

const START_TIMEOUT_MS = 30_000;
/** Time for the permission prompt to appear: under 300 ms when measured. */
const PROMPT_MS = 1_000;

/** An option in the command line of the processes of extensions. */
const EXTENSION_PROCESS = '--extension-process';

/** The extension's service worker. */
export function chromiumBackground(browser: Browser, extensionId: string) {
	const scope = `chrome-extension://${extensionId}/`;
	const target = () => browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(scope));

	/** Puppeteer is not attached to the worker any more: a page of the extension stands in for it. */
	let isReloaded = false;

	/** The worker, started when it was not running. */
	async function worker(): Promise<WebWorker> {
		if (!target()) await wake();
		const running = await browser.waitForTarget((one) => one === target(), { timeout: START_TIMEOUT_MS });
		const found = await running.worker();
		if (!found) throw new Error('The background worker cannot be attached to.');
		return found;
	}

	async function wake(): Promise<void> {
		const [page] = await browser.pages();
		const session = await page?.createCDPSession();
		await session?.send('ServiceWorker.enable');
		await session?.send('ServiceWorker.startWorker', { scopeURL: scope });
		await session?.detach();
	}

	const evaluate: Driver['evaluateInBackground'] = async (what, ...args) => {
		if (!isReloaded) return (await worker()).evaluate(what as never, ...(args as unknown as never[])) as never;
		const page = await browser.newPage();
		try {
			await page.goto(`${scope}manifest.json`);
			return (await page.evaluate(what as never, ...(args as unknown as never[]))) as never;
		} finally {
			await page.close();
		}
	};

	return {
		evaluate,
		isRunning: async () => target() !== undefined,
		async stop() {
			const stopped = target();
			if (!stopped) return;
			await (await stopped.worker())?.close();
			const session = await browser.target().createCDPSession();
			// An event that comes meanwhile starts the worker again within the same target, where puppeteer is not attached any more.
			await until(async () => {
				if (target() !== stopped) return true;
				const { targetInfos } = await session.send('Target.getTargets');
				const [again] = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(scope));
				if (again) await session.send('Target.closeTarget', { targetId: again.targetId });
				return false;
			}, 'the background to stop');
			await session.detach();
		},
		async kill() {
			// A session that stays open would hold the worker that starts next.
			await (await target()?.worker())?.client.detach();
			const pid = browser.process()?.pid ?? 0;
			await until(() => killDescendants(pid, EXTENSION_PROCESS), 'the process of the background');
		},
		async reload() {
			await reloadExtension(browser, extensionId);
			isReloaded = true;
		},
		/**
		 * Chromium draws its permission prompt outside of any document, where no protocol reaches it. It belongs to its
		 * window and counts as refused when that closes, so this moves all tabs to a new window and the old one closes.
		 */
		async dismissPrompts() {
			await sleep(PROMPT_MS);
			await evaluate(async () => {
				const { windows, tabs } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
				const oldWindows = await windows.getAll({ populate: true });
				const { id: windowId, tabs: blankTabs } = await windows.create({ url: 'about:blank' });
				for (const { tabs: moved } of oldWindows) {
					const active = moved.find((tab) => tab.active);
					await tabs.move(
						moved.map((tab) => tab.id),
						{ windowId, index: -1 },
					);
					if (active) await tabs.update(active.id, { active: true });
				}
				await tabs.remove(blankTabs.map((tab) => tab.id));
			});
		},
	};
}

interface ChromeTab {
	id: number;
	active: boolean;
}

interface ChromeWindow {
	id: number;
	tabs: ChromeTab[];
}

interface ChromeTabs {
	windows: {
		getAll(query: { populate: boolean }): Promise<ChromeWindow[]>;
		create(options: { url: string }): Promise<ChromeWindow>;
	};
	tabs: {
		move(ids: number[], to: { windowId: number; index: number }): Promise<unknown>;
		update(id: number, options: { active: boolean }): Promise<unknown>;
		remove(ids: number[]): Promise<void>;
	};
}
