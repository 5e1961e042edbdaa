import { patch, patchGetter } from '@/utils/page/sober/patch';
import { invoke } from '@/utils/page/world/wrap';

const REDUCED_DATA = /\(\s*prefers-reduced-data\s*(?::\s*(reduce|no-preference)\s*)?\)/g;
const VALUES = ['reduce', 'no-preference'] as const;
/** Media queries that always and never match. */
const TRUE = '(min-width: 0px)';
const FALSE = '(max-width: 0px)';

/**
 * Makes `navigator.connection.saveData` and `matchMedia('(prefers-reduced-data: reduce)')` true for the page's scripts, where
 * the browser supports them. Style sheets cannot be changed this way.
 */
export class SaveData {
	#restores: (() => void)[] = [];

	start(): void {
		if (this.#restores.length > 0) return;
		const { NetworkInformation } = globalThis as { NetworkInformation?: { prototype: { readonly saveData: boolean } } };
		if (NetworkInformation)
			this.#restores.push(
				patchGetter(NetworkInformation.prototype, 'saveData', (_connection, native) => native() || true),
			);
		// A browser without this media feature matches neither value.
		if (!VALUES.some((value) => matchMedia(`(prefers-reduced-data: ${value})`).matches)) return;
		this.#restores.push(
			patch(globalThis, 'matchMedia', {
				apply: function trap(native, self, args) {
					const query = args[0];
					// The browser converts any other value itself, which may run code of the page.
					if (typeof query !== 'string') return invoke(native, self, args, trap);
					const decided = query.replace(REDUCED_DATA, (_, value) => (value === 'no-preference' ? FALSE : TRUE));
					return invoke(native, self, [decided], trap);
				},
			}),
		);
	}

	stop(): void {
		for (const restore of this.#restores) restore();
		this.#restores = [];
	}
}
