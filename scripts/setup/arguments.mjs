/**
 * A task's command line; `all` is passed on unchanged.
 * @typedef {{ all: string[], option: (name: string) => string | null }} Arguments
 */

/**
 * @param {string[]} all
 * @returns {Arguments}
 */
export function parseArgs(all) {
	return { all, option: (name) => readOption(all, name) };
}

/** The value of `--name value` or `--name=value`; null when absent. */
function readOption(all, name) {
	const index = all.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
	if (index < 0) return null;
	return all[index].includes('=') ? all[index].slice(all[index].indexOf('=') + 1) : (all[index + 1] ?? null);
}
