/** Plain JavaScript: `scripts/run.mjs` reads the command line of `npm start` with it under an old Node, before it installs anything. */
import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {'chromium' | 'firefox'} browser
 * @property {'fr' | 'en'} lang Language of the browser, of Sobrio and of what is printed.
 * @property {string | null} url The address to open in place of the demo course.
 * @property {boolean} isHeadless True when the course is studied automatically: by option, or without a display.
 * @property {boolean} wantsHelp
 */

/** @typedef {{ ok: true, value: StartOptions } | { ok: false, error: string }} ReadOptions */

export const HELP = {
	fr: `npm start -- [options]

Ouvre un navigateur avec Sobrio sur le cours de démonstration.

  --headless          sans fenêtre : le cours s’étudie tout seul en une minute ou deux, la semaine s’affiche et va dans out/
                      (d’office quand il n’y a pas d’écran)
  --browser firefox   dans Firefox (sinon chromium)
  --url https://...   ouvre cette adresse au lieu du cours de démonstration
  --lang en           en anglais (sinon fr)
  --help              cette aide`,
	en: `npm start -- [options]

Opens a browser with Sobrio on the demo course.

  --headless          without a window: the course is studied by itself in a minute or two, the week is printed and put in out/
                      (always so when there is no display)
  --browser firefox   in Firefox (else chromium)
  --url https://...   opens this address in place of the demo course
  --lang en           in English (else fr)
  --help              this help`,
};

const ERRORS = {
	fr: {
		unknown: (name) => `Option inconnue\u00A0: ${name}. Voir npm start -- --help.`,
		choice: (name, values) => `--${name} attend ${values.join(' ou ')}.`,
		url: '--url attend une adresse qui commence par http:// ou https://.',
		alone: '--url ouvre un site pour que vous y étudiiez\u00A0: il faut un écran, et pas de --headless.',
	},
	en: {
		unknown: (name) => `Unknown option: ${name}. See npm start -- --help.`,
		choice: (name, values) => `--${name} takes ${values.join(' or ')}.`,
		url: '--url takes an address that starts with http:// or https://.',
		alone: '--url opens a site for you to study there: it needs a display, and no --headless.',
	},
};

const CHOICES = { browser: ['chromium', 'firefox'], lang: ['fr', 'en'] };

/**
 * Reads the options of `npm start`; an error is one line for the person.
 * @param {string[]} args
 * @param {boolean} hasDisplay Whether a window can be shown.
 * @returns {ReadOptions}
 */
export function readStartOptions(args, hasDisplay) {
	const { values, tokens } = parseArgs({
		args,
		strict: false,
		tokens: true,
		options: {
			browser: { type: 'string', default: 'chromium' },
			lang: { type: 'string', default: 'fr' },
			url: { type: 'string' },
			headless: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const errors = ERRORS[values.lang === 'en' ? 'en' : 'fr'];
	const known = ['browser', 'lang', 'url', 'headless', 'help'];
	const unknown = tokens.find((token) => token.kind !== 'option' || !known.includes(token.name));
	if (unknown) return { ok: false, error: errors.unknown(unknown.rawName ?? unknown.value ?? '--') };
	for (const [name, allowed] of Object.entries(CHOICES)) {
		if (!allowed.includes(values[name])) return { ok: false, error: errors.choice(name, allowed) };
	}
	for (const name of ['headless', 'help']) {
		if (typeof values[name] !== 'boolean') return { ok: false, error: errors.unknown(`--${name}=${values[name]}`) };
	}
	const { browser, lang, url = null, help: wantsHelp } = values;
	if (url !== null && !isWebAddress(url)) return { ok: false, error: errors.url };
	const isHeadless = values.headless || !hasDisplay;
	if (url !== null && isHeadless && !wantsHelp) return { ok: false, error: errors.alone };
	return { ok: true, value: { browser, lang, url, isHeadless, wantsHelp } };
}

/** Whether this machine can show a window: on Linux if it has an X11 or Wayland display, elsewhere always. */
export function hasDisplay(env, platform) {
	return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function isWebAddress(url) {
	return typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url);
}
