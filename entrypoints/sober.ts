import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { EFFECTS, type SoberAction } from '@/utils/core/sober/effects';
import { readActions } from '@/utils/core/sober/read-actions';
import type { Language } from '@/utils/core/units/language';
import { type CardWords, Embeds } from '@/utils/page/sober/embeds';
import { ASK_AVOIDED_EVENT, AVOIDED_EVENT, EFFECTS_EVENT } from '@/utils/page/sober/events';
import { Prefetch } from '@/utils/page/sober/prefetch';
import { isBeginning } from '@/utils/page/sober/switches';
import { onEffects, onPulse, tell } from '@/utils/page/tell';

/** The card's texts by language, which the build puts in place of the name: scripts/setup/texts.ts. */
declare const CARD_TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>>;

interface Extension {
	readonly i18n: { getMessage(key: string): string };
	readonly storage: { readonly local: { get(key: string): Promise<{ readonly language?: Language }> } };
}

/** The browser's own interface: modules around it would double what goes into every frame. */
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };

/** What the card says, in the language that the learner chose for Sobrio, or in that of the browser. */
async function cardWords(company: string): Promise<CardWords> {
	const extension = (browser ?? chrome) as Extension;
	const { language } = await extension.storage.local.get('language');
	const texts = CARD_TEXTS[language ?? (extension.i18n.getMessage('language') as Language)];
	const [title = '', cost = '', load = ''] = ['title', 'cost', 'load'].map((part) =>
		texts[`sober_card_${part}`]?.replaceAll('$1', company),
	);
	return { title, cost, load };
}

/** Set on the isolated world's global: two injections may meet in one frame. */
const MARK = Symbol.for('sobrio.sober');
const REPORT_EVERY_MS = 2_000;

/** Runs in the isolated world of frames, and only where sober mode is on; it hears which effects are wanted. */
function start(): void {
	const world = globalThis as { [MARK]?: (effects: readonly SoberAction[]) => void };
	const embeds = new Embeds(cardWords);
	const prefetch = new Prefetch();
	const apply = (effects: readonly SoberAction[]) => {
		for (const [effect, each] of Object.entries({ embeds, prefetch })) {
			if (effects.includes(effect as SoberAction)) each.start();
			else each.stop();
		}
		document.dispatchEvent(new CustomEvent(EFFECTS_EVENT, { detail: effects.join() }));
	};
	const ask = async () => {
		const reply = await tell('sober/open', {});
		apply(reply.ok ? readActions(reply.value) : []);
	};
	if (world[MARK]) {
		void ask();
		return;
	}
	world[MARK] = apply;
	// All of them until the answer is there: what loads meanwhile could not be taken back.
	if (isBeginning()) apply(EFFECTS);
	void ask();
	onEffects((effects) => apply(readActions(effects)));
	report();
}

/** Says what was avoided while somebody looks. */
function report(): void {
	let timer: ReturnType<typeof setInterval> | null = null;
	document.addEventListener(AVOIDED_EVENT, (event) => {
		const [avoidedBytes = 0, isStuck, cappableCount = 0] = String((event as CustomEvent).detail)
			.split(' ')
			.map(Number);
		void tell('sober/report', { avoidedBytes, isStuck: isStuck === 1, cappableCount });
	});
	const askWorld = () => void document.dispatchEvent(new CustomEvent(ASK_AVOIDED_EVENT));
	onPulse((isWatched) => {
		if (timer !== null) clearInterval(timer);
		timer = isWatched ? setInterval(askWorld, REPORT_EVERY_MS) : null;
		if (isWatched) askWorld();
	});
}

export default defineUnlistedScript(() => {
	try {
		start();
	} catch {
		// We are guests in someone's course: what cannot be spared here is not spared.
	}
});
