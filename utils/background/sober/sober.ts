import { registrationOf, type Sites } from '@/utils/background/sites/sites';
import { browser } from '@/utils/browser/browser';
import { HOSTED_MATCHES } from '@/utils/core/platforms/hosted';
import type { SoberChange, SoberReport } from '@/utils/core/schema/frame-protocol';
import { type Action, EFFECTS, type Effect, type SoberAction, type SoberState } from '@/utils/core/sober/effects';
import type { FrameSender } from '@/utils/core/visit/frame-sender';
import { readPolicy } from '@/utils/settings/policy';
import {
	discardSoberMode,
	readSoberMode,
	type SoberMode,
	switchEffect,
	switchSober,
} from '@/utils/settings/sober-mode';
import { askToSaveData } from './save-data';

const SCRIPTS = [
	{ file: '/sober-world.js', world: 'MAIN' },
	{ file: '/sober-players.js', world: 'MAIN' },
	{ file: '/sober.js', world: 'ISOLATED' },
] as const;

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/** Sober mode: where it is on, its scripts on the pages there and nowhere else, and what frames say it did. */
export class Sober {
	readonly #sites: Sites;
	#mode: SoberMode = { isOnEverywhere: false, hosts: {}, effectsOff: [] };
	/** What the organisation has decided; null leaves it to the learner. */
	#managed: boolean | null = null;
	/** By tab, then by the browser's number of the frame. */
	readonly #reports = new Map<number, Map<number, SoberReport>>();
	/** What tips were asked to do, by tab, until its next page. */
	readonly #actions = new Map<number, readonly Action[]>();
	#syncing: Promise<void> = Promise.resolve();

	constructor(sites: Sites) {
		this.#sites = sites;
	}

	async restore(): Promise<void> {
		const [mode, policy] = await Promise.all([readSoberMode(), readPolicy()]);
		this.#mode = mode;
		this.#managed = policy.soberMode;
	}

	isOn(host: string): boolean {
		const isOn = this.#managed ?? this.#mode.hosts[host] ?? this.#mode.isOnEverywhere;
		return isOn && this.#sites.isFollowed(host);
	}

	/** The effects wanted on a host. */
	effectsOn(host: string): readonly Effect[] {
		return this.isOn(host) ? this.#effects() : [];
	}

	/** Those, and what tips were asked to do in the tab. */
	actionsIn(tabId: number, host: string): readonly SoberAction[] {
		return [...new Set([...this.effectsOn(host), ...(this.#actions.get(tabId) ?? [])])];
	}

	state(host: string, tabId: number): SoberState {
		const reports = [...(this.#reports.get(tabId)?.values() ?? [])];
		return {
			isOn: this.isOn(host),
			isOnEverywhere: this.#managed ?? this.#mode.isOnEverywhere,
			isManaged: this.#managed !== null,
			effects: this.#effects(),
			avoidedBytes: reports.reduce((sum, { avoidedBytes }) => sum + avoidedBytes, 0),
			actions: this.#actions.get(tabId) ?? [],
			cappableCount: reports.reduce((sum, { cappableCount }) => sum + cappableCount, 0),
			isStuck: reports.some(({ isStuck }) => isStuck),
		};
	}

	async switch(host: string | null, isOn: boolean): Promise<void> {
		await switchSober(host, isOn);
		await this.changed();
	}

	async switchEffect(effect: Effect, isOn: boolean): Promise<void> {
		await switchEffect(effect, isOn);
		await this.changed();
	}

	/** Does what a tip proposes in one tab, on its open page and no other, or undoes it. */
	async act(host: string, tabId: number, action: Action, isOn: boolean): Promise<void> {
		const others = (this.#actions.get(tabId) ?? []).filter((each) => each !== action);
		this.#actions.set(tabId, isOn ? [...others, action] : others);
		await this.#sendToTab(tabId, host);
	}

	async forget(): Promise<void> {
		await discardSoberMode();
		await this.changed();
	}

	/** A page has begun: what its frames said before is another page's. */
	begin(tabId: number): void {
		this.#reports.delete(tabId);
		this.#actions.delete(tabId);
	}

	report({ tabId, frameNumber }: FrameSender, report: SoberReport): void {
		const reports = this.#reports.get(tabId) ?? new Map<number, SoberReport>();
		this.#reports.set(tabId, reports.set(frameNumber, report));
	}

	/** A frame from another site, in a followed page: it gets what the page has. */
	async enterFrame({ tabId, frameNumber, url }: FrameSender, topHost: string): Promise<void> {
		if (this.effectsOn(topHost).length > 0 && !this.isOn(hostOf(url))) {
			await inject({ tabId, frameIds: [frameNumber] });
		}
	}

	/** Takes up what the learner or the organisation has just set, on the pages that are open as well. */
	async changed(): Promise<void> {
		await this.restore();
		await this.sync();
		const tabs = await browser.tabs.query({ url: this.#patterns() });
		await Promise.all(tabs.map((tab) => this.#sendToTab(tab.id, hostOf(tab.url ?? ''))));
	}

	/** Makes the registered scripts and the header those that the switches call for. */
	sync(): Promise<void> {
		const sync = () => this.#sync();
		this.#syncing = this.#syncing.then(sync, sync);
		return this.#syncing;
	}

	#effects(): readonly Effect[] {
		return EFFECTS.filter((effect) => !this.#mode.effectsOff.includes(effect));
	}

	/** Match patterns of every followed site. */
	#patterns(): string[] {
		return [...HOSTED_MATCHES, ...this.#sites.list().map(({ host }) => `*://${host}/*`)];
	}

	async #sendToTab(tabId: number | undefined, host: string): Promise<void> {
		if (tabId === undefined) return;
		const effects = this.actionsIn(tabId, host);
		const change: SoberChange = { type: 'sober/effects', effects: effects.join() };
		if (effects.length > 0) await inject({ tabId, allFrames: true });
		await browser.tabs.sendMessage(tabId, change).catch(() => {
			// Nothing of ours runs in this tab.
		});
	}

	async #sync(): Promise<void> {
		const followed = this.#patterns();
		const named = Object.keys(this.#mode.hosts);
		const isOnByDefault = this.#managed ?? this.#mode.isOnEverywhere;
		const on = isOnByDefault ? followed : named.filter((host) => this.isOn(host)).map((host) => `*://${host}/*`);
		const off = isOnByDefault ? named.filter((host) => !this.isOn(host)).map((host) => `*://${host}/*`) : [];
		const matches = this.#effects().length > 0 ? on : [];
		const ids = SCRIPTS.map(({ file }) => file.slice(1, -'.js'.length));
		const registered = await browser.scripting.getRegisteredContentScripts();
		const known = registered.map(({ id }) => id).filter((id) => ids.includes(id));
		if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known });
		if (matches.length > 0) {
			await browser.scripting.registerContentScripts(
				SCRIPTS.map(({ file, world }, index) => ({
					...registrationOf(ids[index] as string, matches, file, world),
					...(off.length > 0 && { excludeMatches: off }),
				})),
			);
		}
		await askToSaveData(this.#effects().includes('save-data') ? on : [], off);
	}
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : '';
}

async function inject(target: Injection['target']): Promise<void> {
	for (const { file, world } of SCRIPTS) {
		const injection: Injection & { readonly injectImmediately: boolean; readonly world: string } = {
			target,
			files: [file],
			world,
			injectImmediately: true,
		};
		try {
			await browser.scripting.executeScript(injection);
		} catch {
			// The tab is gone, or on another page by now: that one gets its scripts from its start.
		}
	}
}
