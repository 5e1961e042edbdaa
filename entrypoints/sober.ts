import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { EFFECTS, readActions, type SoberAction } from '@/utils/core/sober/effects';
import type { Language } from '@/utils/core/units/language';
import { onEffectsChange, onWatchedChange, sendToBackground } from '@/utils/page/messaging';
import { type CardTexts, Embeds } from '@/utils/page/sober/effects/embeds';
import { Prefetch } from '@/utils/page/sober/effects/prefetch';
import { AVOIDED_EVENT, decodeReport, EFFECTS_EVENT, READ_AVOIDED_EVENT } from '@/utils/page/sober/events';
import { isPageLoading } from '@/utils/page/sober/page-effects';
import { quietly } from '@/utils/page/world/wrap';

/** The card's texts by language. The build replaces this name with the texts: scripts/setup/texts.ts. */
declare const CARD_TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>>;

interface Extension {
	readonly i18n: { getMessage(key: string): string };
	readonly storage: { readonly local: { get(key: string): Promise<{ readonly language?: Language }> } };
}

/** The browser's own interface: the polyfill would double what is injected into every frame. */
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };

/** The card's texts, in the language chosen for Sobrio or else in the browser's. */
async function cardTexts(company: string): Promise<CardTexts> {
	const extension = (browser ?? chrome) as Extension;
	const { language } = await extension.storage.local.get('language');
	const texts = CARD_TEXTS[language ?? (extension.i18n.getMessage('language') as Language)];
	const [title = '', cost = '', load = ''] = ['title', 'cost', 'load'].map((part) =>
		texts[`sober_card_${part}`]?.replaceAll('$1', company),
	);
	return { title, cost, load };
}

/** Set on the isolated world's global: the script may be injected into a frame twice. */
const MARK = Symbol.for('sobrio.sober');
const REPORT_INTERVAL_MS = 2_000;

/** Runs in the isolated world of frames where sober mode is on, and applies the effects that the background asks for. */
function start(): void {
	const world = globalThis as { [MARK]?: boolean };
	const isolatedEffects = { embeds: new Embeds(cardTexts), prefetch: new Prefetch() };
	const apply = (wanted: readonly SoberAction[]) => {
		for (const [name, effect] of Object.entries(isolatedEffects)) {
			if (wanted.includes(name as SoberAction)) effect.start();
			else effect.stop();
		}
		document.dispatchEvent(new CustomEvent(EFFECTS_EVENT, { detail: wanted.join() }));
	};
	const open = async () => {
		const reply = await sendToBackground('sober/open', {});
		apply(reply.ok ? readActions(reply.value) : []);
	};
	if (world[MARK]) {
		void open();
		return;
	}
	world[MARK] = true;
	// All effects until the reply arrives: what loads before it cannot be undone.
	if (isPageLoading()) apply(EFFECTS);
	void open();
	onEffectsChange((effects) => apply(readActions(effects)));
	reportWhileWatched();
}

/** Reports what was avoided while the popup is open over this tab. */
function reportWhileWatched(): void {
	let timer: ReturnType<typeof setInterval> | undefined;
	document.addEventListener(AVOIDED_EVENT, (event) => {
		void sendToBackground('sober/report', decodeReport((event as CustomEvent).detail));
	});
	const requestReport = () => void document.dispatchEvent(new CustomEvent(READ_AVOIDED_EVENT));
	onWatchedChange((isWatched) => {
		clearInterval(timer);
		if (!isWatched) return;
		timer = setInterval(requestReport, REPORT_INTERVAL_MS);
		requestReport();
	});
}

export default defineUnlistedScript(() => quietly(start));
