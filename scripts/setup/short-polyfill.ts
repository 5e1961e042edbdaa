import type { Plugin } from 'vitest/config';

const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/;
const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;

/** The interfaces that keep their table: through the others Chrome's own promises come, from all versions that we run in. */
export const KEPT_INTERFACES: readonly string[] = ['runtime', 'storage'];

/** Leaves in the polyfill's table only the interfaces that need it: the table describes all that browsers ever had, in 6 kB. */
export function shortPolyfill(): Plugin {
	return {
		name: 'sobrio:short-polyfill',
		apply: 'build',
		transform(code, id) {
			if (!POLYFILL.test(id)) return null;
			const table = TABLE.exec(code)?.[1];
			if (!table) this.error('The polyfill holds its table in another way: look at this plugin again.');
			const kept = Object.entries(JSON.parse(table)).filter(([name]) => KEPT_INTERFACES.includes(name));
			return { code: code.replace(table, JSON.stringify(Object.fromEntries(kept))), map: null };
		},
	};
}
