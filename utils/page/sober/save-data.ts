import { patch, patchGetter } from './patch';

interface Connection {
	readonly saveData: boolean;
}

const ASKED = /\(\s*prefers-reduced-data\s*(?::\s*(reduce|no-preference)\s*)?\)/g;
const VALUES = ['reduce', 'no-preference'] as const;
const TRUE = '(min-width: 0px)';
const FALSE = '(max-width: 0px)';

/**
 * Tells the page's scripts that data is to be spared, in the words that the browser has for it; it learns no new ones.
 * What the style sheets ask by `prefers-reduced-data` only the browser can answer.
 */
export class SaveData {
	#restores: (() => void)[] = [];

	start(): void {
		if (this.#restores.length > 0) return;
		const { NetworkInformation } = globalThis as { NetworkInformation?: { prototype: Connection } };
		if (NetworkInformation) this.#restores.push(patchGetter(NetworkInformation.prototype, 'saveData', () => true));
		if (!VALUES.some((value) => matchMedia(`(prefers-reduced-data: ${value})`).matches)) return;
		this.#restores.push(
			patch(globalThis, 'matchMedia', {
				apply: (native, self, [query]) =>
					Reflect.apply(native, self, [
						String(query).replace(ASKED, (_, value) => (value === 'no-preference' ? FALSE : TRUE)),
					]),
			}),
		);
	}

	stop(): void {
		for (const restore of this.#restores) restore();
		this.#restores = [];
	}
}
