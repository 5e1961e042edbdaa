import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDeeds } from '@/utils/measure/deeds';
import { type Deed, EFFECTS } from '@/utils/measure/effects';
import { onEffects, onPulse, tell } from '@/utils/messaging/tell';
import { Embeds } from '@/utils/sober/embeds';
import { ASK_AVOIDED_EVENT, AVOIDED_EVENT, EFFECTS_EVENT } from '@/utils/sober/events';
import { Prefetch } from '@/utils/sober/prefetch';
import { isBeginning } from '@/utils/sober/switches';

interface I18n {
	getMessage(key: string, word: string): string;
}

/** The browser's own interface: the catalogue's module would double what goes into every frame. */
const { browser, chrome } = globalThis as { browser?: { i18n: I18n }; chrome?: { i18n: I18n } };

/** A text of the catalogue, by its key with underscores for its dots. */
function uiText(key: string, word = ''): string {
	return (browser ?? chrome)?.i18n.getMessage(key, word) ?? '';
}

/** Set on the isolated world's global: two injections may meet in one frame. */
const MARK = Symbol.for('sobrio.sober');
const REPORT_EVERY_MS = 2_000;

/** Runs in the isolated world of frames, and only where sober mode is on; it hears which effects are wanted. */
function start(): void {
	const world = globalThis as { [MARK]?: (effects: readonly Deed[]) => void };
	const embeds = new Embeds((company) => ({
		title: uiText('sober_card_title', company),
		cost: uiText('sober_card_cost', company),
		load: uiText('sober_card_load'),
	}));
	const prefetch = new Prefetch();
	const apply = (effects: readonly Deed[]) => {
		for (const [effect, each] of Object.entries({ embeds, prefetch })) {
			if (effects.includes(effect as Deed)) each.start();
			else each.stop();
		}
		document.dispatchEvent(new CustomEvent(EFFECTS_EVENT, { detail: effects.join() }));
	};
	const ask = async () => {
		const reply = await tell('sober/open', {});
		apply(reply.ok ? readDeeds(reply.value) : []);
	};
	if (world[MARK]) {
		void ask();
		return;
	}
	world[MARK] = apply;
	// All of them until the answer is there: what loads meanwhile could not be taken back.
	if (isBeginning()) apply(EFFECTS);
	void ask();
	onEffects((effects) => apply(readDeeds(effects)));
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
