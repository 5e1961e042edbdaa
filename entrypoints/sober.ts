import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { BATTERY, EFFECTS, limitOf, readActions, type SoberAction } from '@/utils/core/sober/effects';
import type { Language } from '@/utils/core/units/language';
import {
	AVOIDED_EVENT,
	EFFECTS_EVENT,
	READ_AVOIDED_EVENT,
	SOBER_PLAYERS,
	SOBER_WORLD,
} from '@/utils/page/channel/events';
import { isBeforePage, isPageLoading } from '@/utils/page/channel/frame';
import { TakenChannel } from '@/utils/page/channel/take';
import { onEffectsChange, onWatchedChange, sendToBackground } from '@/utils/page/messaging';
import { quietly } from '@/utils/page/quietly';
import { actionsFor, BatteryWatch } from '@/utils/page/sober/battery';
import { DEVICE_LIMIT_PX } from '@/utils/page/sober/cap';
import { type CardTexts, Embeds } from '@/utils/page/sober/effects/embeds';
import { Prefetch } from '@/utils/page/sober/effects/prefetch';
import { lighterAddress } from '@/utils/page/sober/lighter-address';
import { decodeReport } from '@/utils/page/sober/report';

/** The card's texts by language. The build replaces this name with the texts: scripts/setup/texts.ts. */
declare const CARD_TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>>;

interface Extension {
	readonly i18n: { getMessage(key: string): string };
}

/** The browser's own interface: the polyfill would double what is injected into every frame. */
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };

/** Companies whose player has no interface to limit its quality from the page, but a menu for it. */
const HAS_OWN_MENU: ReadonlySet<string> = new Set(['YouTube', 'Dailymotion']);

/** The card's texts, in the language chosen for Sobrio or else in the browser's. */
async function cardTexts(company: string): Promise<CardTexts> {
	const extension = (browser ?? chrome) as Extension;
	// Content scripts cannot read the settings.
	const reply = await sendToBackground('sober/language', {});
	const language = reply.ok ? reply.value : extension.i18n.getMessage('language');
	const texts = CARD_TEXTS[language as Language];
	const [title = '', cost = '', load = ''] = ['title', 'cost', 'load'].map((part) =>
		texts[`sober_card_${part}`]?.replaceAll('$1', company),
	);
	const quality = HAS_OWN_MENU.has(company) ? (texts.sober_card_menu ?? '') : '';
	return { title, cost, load, quality };
}

/** Key on the isolated world's global of what a second injection into the frame does: it asks for the effects again. */
const OPEN = Symbol.for('sobrio.sober');
const REPORT_INTERVAL_MS = 1_000;

/** Runs in the isolated world of frames where sober mode is on, and applies the effects that the background asks for. */
function start(): void {
	const world = globalThis as { [OPEN]?: () => void };
	if (world[OPEN]) {
		world[OPEN]();
		return;
	}
	const players = new TakenChannel(SOBER_PLAYERS);
	const channels = [players, new TakenChannel(SOBER_WORLD)];
	let effects = '';
	const addressToLoad = (address: string) => {
		const actions = readActions(effects);
		return actions.includes('quality') ? lighterAddress(address, limitOf(actions) ?? DEVICE_LIMIT_PX) : address;
	};
	const isolatedEffects = { embeds: new Embeds(cardTexts, addressToLoad), prefetch: new Prefetch() };
	let asked: readonly SoberAction[] = [];
	const battery = new BatteryWatch(() => apply(asked));
	const apply = (actions: readonly SoberAction[]) => {
		asked = actions;
		if (actions.includes(BATTERY)) battery.start();
		const wanted = actionsFor(actions, battery.isOnBattery);
		effects = wanted.join();
		for (const [name, effect] of Object.entries(isolatedEffects)) {
			if (wanted.includes(name as SoberAction)) effect.start();
			else effect.stop();
		}
		for (const channel of channels) channel.send(EFFECTS_EVENT, effects);
	};
	// A script in the page's own world that comes later, into a page that was open or a frame of another origin.
	for (const channel of channels) channel.whenTaken(() => queueMicrotask(() => channel.send(EFFECTS_EVENT, effects)));
	const applyFromBackground = (list: string) => {
		apply(readActions(list));
		if (effects === '') return;
		let isRequested = false;
		const request = () => {
			if (!isRequested) void sendToBackground('sober/hooks', null);
			isRequested = true;
		};
		for (const channel of channels) channel.open(request);
	};
	const open = async () => {
		const reply = await sendToBackground('sober/open', {});
		applyFromBackground(reply.ok ? reply.value : '');
	};
	world[OPEN] = () => void open();
	// All effects until the reply arrives.
	if (isBeforePage()) apply(EFFECTS);
	void open();
	onEffectsChange(applyFromBackground);
	reportWhileWatched(players);
}

/** Reports what was avoided while the popup is open over this tab. */
function reportWhileWatched(players: TakenChannel): void {
	let timer: ReturnType<typeof setInterval> | undefined;
	const requestReport = () => players.send(READ_AVOIDED_EVENT);
	const report = (isWatched: boolean) => {
		clearInterval(timer);
		if (!isWatched) return;
		timer = setInterval(requestReport, REPORT_INTERVAL_MS);
		requestReport();
	};
	const isLate = players.node === null && !isPageLoading();
	players.whenTaken((node) => {
		node.addEventListener(AVOIDED_EVENT, (event) => {
			void sendToBackground('sober/report', decodeReport((event as CustomEvent).detail));
		});
		// Injected into an open page for a click in the popup, which is open, then.
		if (isLate) report(true);
	});
	onWatchedChange(report);
}

export default defineUnlistedScript(() => quietly(start));
