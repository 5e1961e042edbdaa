import { defineConfig } from 'wxt';
import { closedPages } from './scripts/setup/closed-pages';
import { namelessStacks } from './scripts/setup/stacks';
import { textOnly } from './scripts/setup/text-only';
import { cardTexts, texts } from './scripts/setup/texts';
import { FIREFOX_ID } from './utils/core/project';
import { LANGUAGES } from './utils/core/units/language';

/**
 * For the background's requests, to the Learning Record Store or the folder that the user set up or agreed to: over HTTPS, or HTTP on
 * this machine, whose ports cannot be known in advance. Pages get a stricter policy of their own (`closedPages`).
 */
const TARGETS_ONLY = 'connect-src https: http://localhost:* http://127.0.0.1:*';

/** The first version that has `browser` of its own, so that all run the same code (webextension-polyfill does nothing there). */
const CHROME_MINIMUM = '148';

const NOTHING_LEAVES = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	TARGETS_ONLY,
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

export default defineConfig({
	imports: false,
	modules: ['@wxt-dev/i18n/module'],
	i18n: { localesDir: 'utils/i18n' },
	manifestVersion: 3,
	// Output of commands.
	zip: { excludeSources: ['out/**'] },
	vite: async () => ({
		plugins: [closedPages(), texts(LANGUAGES), namelessStacks(), textOnly()],
		define: { CARD_TEXTS: JSON.stringify(await cardTexts(LANGUAGES)) },
		// Every browser we run in knows modulepreload.
		build: { modulePreload: { polyfill: false } },
	}),
	manifest: ({ browser, command }) => ({
		name: '__MSG_extension_name__',
		description: '__MSG_extension_description__',
		default_locale: 'fr',
		permissions: [
			'storage',
			'alarms',
			'webRequest',
			'scripting',
			'activeTab',
			'declarativeNetRequestWithHostAccess',
			// Firefox's sidebar needs no permission.
			...(browser === 'firefox' ? [] : ['sidePanel']),
		],
		// Requested when the user turns on weekly files in the download folder, or the reminder on Monday.
		optional_permissions: ['downloads', 'notifications'],
		// Every host is granted by a click of the user: see `utils/background/sites/`.
		optional_host_permissions: ['*://*/*'],
		commands: {
			_execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
			...(browser === 'firefox'
				? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+O' } } }
				: {
						'open-panel': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_panel_command__' },
					}),
		},
		incognito: 'not_allowed',
		// The browser itself enforces that no data leaves. The development server reloads pages over a socket, so it has no policy.
		...(command === 'build' && { content_security_policy: { extension_pages: NOTHING_LEAVES } }),
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: FIREFOX_ID,
							// Firefox for Android supports data_collection_permissions from 142 on.
							strict_min_version: '142.0',
							// A Learning Record Store that the user sets up receives hosts, courses and times, and the key of its account; a folder gets
							// codes of courses, times, and its password.
							data_collection_permissions: {
								required: ['none'],
								optional: ['browsingActivity', 'websiteActivity', 'authenticationInfo'],
							},
						},
						gecko_android: { strict_min_version: '142.0' },
					},
				}
			: { minimum_chrome_version: CHROME_MINIMUM, storage: { managed_schema: 'managed-schema.json' } }),
	}),
});
