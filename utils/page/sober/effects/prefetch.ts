import { onAdded } from '@/utils/page/sober/on-added';

const LOADS_AHEAD = /\b(?:prefetch|prerender)\b/i;
/** https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API */
const RULES = 'speculationrules';

/** Keeps the page from loading other pages ahead: removes `prefetch` and `prerender` links, and speculation rules. */
export class Prefetch {
	readonly #links = new Map<HTMLLinkElement, string>();
	readonly #rules: { readonly text: string; readonly parent: Node }[] = [];
	#stops: (() => void)[] = [];

	start(): void {
		if (this.#stops.length > 0) return;
		this.#stops = [
			onAdded('link', (element) => {
				const link = element as HTMLLinkElement;
				const rel = link.getAttribute('rel') ?? '';
				// DNS prefetching costs next to nothing and makes later requests faster.
				if (!LOADS_AHEAD.test(rel.replaceAll('dns-prefetch', ''))) return;
				this.#links.set(link, rel);
				link.removeAttribute('rel');
			}),
			onAdded('script', (element) => {
				const script = element as HTMLScriptElement;
				if (script.type !== RULES) return;
				this.#rules.push({ text: script.text, parent: script.parentNode ?? document.head });
				// The browser drops the rules of a removed script.
				script.remove();
			}),
		];
	}

	stop(): void {
		for (const stop of this.#stops) stop();
		this.#stops = [];
		for (const [link, rel] of this.#links) link.setAttribute('rel', rel);
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
