import { onAdded } from '@/utils/page/sober/on-added';
import { Tries } from '@/utils/page/sober/tries';

/** DNS prefetching costs next to nothing and makes later requests faster. */
const LOADS_AHEAD = ['prefetch', 'prerender'];
/** https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API */
const RULES = 'speculationrules';

/**
 * Keeps the page from loading other pages ahead: removes `prefetch` and `prerender` from links, and speculation rules. A link
 * that is also a style sheet stays as it is: the page needs its file now.
 */
export class Prefetch {
	/** Changed links, with their original and their new `rel`. */
	readonly #links = new Map<HTMLLinkElement, { readonly original: string; readonly changed: string | null }>();
	readonly #tries = new Tries();
	readonly #rules: { readonly text: string; readonly parent: Node }[] = [];
	#stops: (() => void)[] = [];

	start(): void {
		if (this.#stops.length > 0) return;
		this.#stops = [
			onAdded('link', (element) => {
				const link = element as HTMLLinkElement;
				const original = link.getAttribute('rel') ?? '';
				const names = original.toLowerCase().split(/\s+/);
				const others = names.filter((name) => name !== '' && !LOADS_AHEAD.includes(name));
				if (names.every((name) => !LOADS_AHEAD.includes(name)) || others.includes('stylesheet')) return;
				const changed = others.length > 0 ? others.join(' ') : null;
				this.#links.set(link, { original, changed });
				if (changed === null) link.removeAttribute('rel');
				else link.setAttribute('rel', changed);
			}),
			onAdded('script', (element) => {
				const script = element as HTMLScriptElement;
				if (script.type !== RULES || !this.#tries.begin(script, script.text)) return;
				this.#rules.push({ text: script.text, parent: script.parentNode ?? document.head });
				// The browser drops the rules of a removed script.
				script.remove();
			}),
		];
	}

	stop(): void {
		for (const stop of this.#stops) stop();
		this.#stops = [];
		for (const [link, { original, changed }] of this.#links)
			if (link.getAttribute('rel') === changed) link.setAttribute('rel', original);
		this.#links.clear();
		for (const { text, parent } of this.#rules) {
			const script = document.createElement('script');
			script.type = RULES;
			script.textContent = text;
			parent.appendChild(script);
		}
		this.#rules.length = 0;
	}
}
