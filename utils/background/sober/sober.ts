import type { Sites } from '@/utils/background/sites/sites';
import { browser } from '@/utils/browser/browser';
import { injectScript, replaceContentScripts, type Script } from '@/utils/browser/scripts';
import { createSerial } from '@/utils/browser/serial';
import { own } from '@/utils/core/measure/own';
import { isHostedHost, sitePattern } from '@/utils/core/platforms/hosted';
import type { FrameSender, SoberChange } from '@/utils/core/schema/frame-messages';
import type { SoberReport } from '@/utils/core/schema/frame-report';
import { SOBER_OFF, type SoberMode } from '@/utils/core/schema/settings';
import {
	type Action,
	BATTERY,
	EFFECTS,
	type Effect,
	type Limit,
	type SoberAction,
	type SoberState,
} from '@/utils/core/sober/effects';
import { readPolicy } from '@/utils/settings/policy';
import { discardSoberMode, readSoberMode, switchEffect, switchSober } from '@/utils/settings/sober-mode';
import { requestSaveData } from './save-data';

type NamedScript = Script & { readonly id: string };

const SOBER: NamedScript = { id: 'sober', file: '/sober.js', world: 'ISOLATED' };
const HOOKS: readonly NamedScript[] = [
	{ id: 'sober-world', file: '/sober-world.js', world: 'MAIN' },
	{ id: 'sober-players', file: '/sober-players.js', world: 'MAIN' },
];
/** In this order: the first takes the channels of the others. */
const SCRIPTS = [SOBER, ...HOOKS];

/** Sober mode: where it is on, its scripts in the pages there and nowhere else, and what frames report of its effects. */
export class Sober {
	readonly #sites: Sites;
	#mode: SoberMode = SOBER_OFF;
	/** The organisation's decision; null leaves it to the learner. */
	#managed: boolean | null = null;
	/** The highest resolution that the organisation or else the learner has chosen, in lines. */
	#limitLines: Limit | null = null;
	/** By tab, then by the browser's number of the frame. */
	readonly #reports = new Map<number, Map<number, SoberReport>>();
	/** Actions that the learner started from tips, by tab, until its next page. */
	readonly #actions = new Map<number, readonly Action[]>();
	readonly #serial = createSerial();

	constructor(sites: Sites) {
		this.#sites = sites;
	}

	async restore(): Promise<void> {
		const [mode, policy] = await Promise.all([readSoberMode(), readPolicy()]);
		this.#mode = mode;
		this.#managed = policy.soberMode;
		this.#limitLines = policy.soberLines ?? mode.limitLines;
	}

	isOn(host: string): boolean {
		const isOn = this.#managed ?? own(this.#mode.hosts, host) ?? this.#mode.isOnEverywhere;
		return isOn && this.#sites.isFollowed(host);
	}

	/** The effects that are on for a host. */
	effectsOn(host: string): readonly Effect[] {
		return this.isOn(host) ? this.#effects() : [];
	}

	/** Those, and the actions started from tips in the tab, with what limits the quality where the user has chosen it. */
	actionsIn(tabId: number, host: string): readonly SoberAction[] {
		const actions: SoberAction[] = [...new Set([...this.effectsOn(host), ...(this.#actions.get(tabId) ?? [])])];
		if (!actions.includes('quality')) return actions;
		const lines = this.#limitLines;
		if (lines !== null) actions.push(`${lines}p`);
		if (this.#mode.isLighterOnBattery) actions.push(BATTERY);
		return actions;
	}

	state(host: string, tabId: number): SoberState {
		const reports = [...(this.#reports.get(tabId)?.values() ?? [])];
		return {
			isOn: this.isOn(host),
			isOnEverywhere: this.#managed ?? this.#mode.isOnEverywhere,
			isManaged: this.#managed !== null,
			limitLines: this.#limitLines,
			effects: this.#effects(),
			avoidedBytes: reports.reduce((sum, { avoidedBytes }) => sum + avoidedBytes, 0),
			actions: this.#actions.get(tabId) ?? [],
			cappableCount: reports.reduce((sum, { cappableCount }) => sum + cappableCount, 0),
			isStuck: reports.some(({ isStuck }) => isStuck),
		};
	}

	async switch(host: string | null, isOn: boolean): Promise<void> {
		await switchSober(host, isOn);
		await this.reload();
	}

	async switchEffect(effect: Effect, isOn: boolean): Promise<void> {
		await switchEffect(effect, isOn);
		await this.reload();
	}

	/** Starts or stops the action of a tip in one tab, for its open page only. */
	async act(host: string, tabId: number, action: Action, isOn: boolean): Promise<void> {
		const others = (this.#actions.get(tabId) ?? []).filter((each) => each !== action);
		this.#actions.set(tabId, isOn ? [...others, action] : others);
		await this.#sendToTab(tabId, host);
	}

	/** Back to the settings at install. */
	async reset(): Promise<void> {
		await discardSoberMode();
		await this.reload();
	}

	/** A page starts in the tab: reports and actions of the page before are discarded. */
	beginPage(tabId: number): void {
		this.#reports.delete(tabId);
		this.#actions.delete(tabId);
	}

	report({ tabId, frameNumber }: FrameSender, report: SoberReport): void {
		const reports = this.#reports.get(tabId) ?? new Map<number, SoberReport>();
		this.#reports.set(tabId, reports.set(frameNumber, report));
	}

	/** Applies the page's effects to a frame from another site. */
	async enterFrame({ tabId, frameNumber, url }: FrameSender, topHost: string): Promise<void> {
		if (this.effectsOn(topHost).length > 0 && !this.isOn(hostOf(url)))
			await injectScript(SOBER, { tabId, frameIds: [frameNumber] });
	}

	/** Injects what works in the page's own world into a frame where effects are to start and that lacks it. */
	async hookFrame({ tabId, frameNumber }: FrameSender, topHost: string): Promise<void> {
		if (this.actionsIn(tabId, topHost).length === 0) return;
		for (const script of HOOKS) await injectScript(script, { tabId, frameIds: [frameNumber] });
	}

	/** Applies stored settings and policy that have changed, in open pages too. */
	async reload(): Promise<void> {
		await this.restore();
		await this.sync();
		const url = this.#sites.allMatches();
		// An empty list would be every tab.
		const tabs = url.length > 0 ? await browser.tabs.query({ url }) : [];
		await Promise.all(tabs.map((tab) => this.#sendToTab(tab.id, hostOf(tab.url ?? ''))));
	}

	/** Makes the registered scripts and the request header match the settings. */
	sync(): Promise<void> {
		return this.#serial(() => this.#sync());
	}

	#effects(): readonly Effect[] {
		return EFFECTS.filter((effect) => !this.#mode.effectsOff.includes(effect));
	}

	async #sendToTab(tabId: number | undefined, host: string): Promise<void> {
		if (tabId === undefined) return;
		const effects = this.actionsIn(tabId, host);
		const change: SoberChange = { type: 'sober/effects', effects: effects.join() };
		if (effects.length > 0) await injectScript(SOBER, { tabId, allFrames: true });
		await browser.tabs.sendMessage(tabId, change).catch(() => {
			// None of our scripts runs in this tab.
		});
	}

	async #sync(): Promise<void> {
		// Whatever else is stored under a host's name matters to no page.
		const named = Object.keys(this.#mode.hosts).filter((host) => this.#sites.isFollowed(host));
		const isOnByDefault = this.#managed ?? this.#mode.isOnEverywhere;
		const hostsWith = (isOn: boolean) => named.filter((host) => this.isOn(host) === isOn);
		const known = isOnByDefault ? this.#sites.knownMatches() : { matches: [], excludeMatches: [] };
		const others = this.#sites.hosts().filter((host) => known.matches.length === 0 || !isHostedHost(host));
		const on = isOnByDefault ? others : hostsWith(true);
		const off = isOnByDefault ? [...known.excludeMatches, ...hostsWith(false).map(sitePattern)] : [];
		const hasEffects = this.#effects().length > 0;
		const scripts = SCRIPTS.flatMap(({ id, ...script }) => [
			...(known.matches.length > 0 ? [{ id, ...script, matches: known.matches, excludeMatches: off }] : []),
			...on
				.filter((host) => this.isOn(host))
				.map((host) => ({ id: `${id} ${host}`, ...script, matches: [sitePattern(host)] })),
		]);
		await replaceContentScripts(
			SCRIPTS.map(({ id }) => id),
			hasEffects ? scripts : [],
		);
		const patterns = [...known.matches, ...on.filter((host) => this.isOn(host)).map(sitePattern)];
		await requestSaveData(this.#effects().includes('save-data') ? patterns : [], off);
	}
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : '';
}
