import { defineConfig } from 'wxt';
import { bareScripts } from './scripts/setup/bare-scripts';
import { closedPages } from './scripts/setup/closed-pages';
import { loadedViews } from './scripts/setup/loaded-views';
import { shortI18n } from './scripts/setup/short-i18n';
import { shortPolyfill } from './scripts/setup/short-polyfill';
import { texts } from './scripts/setup/texts';
import { withoutInnerHtml } from './scripts/setup/without-inner-html';
import { HOSTED_MATCHES } from './utils/core/platforms/hosted';

/**
 * Pages are closed by a policy of their own (`closedPages`). What is left is for the background and the one address that
 * the user may set: the store of learning records, by https, or http on this machine. Ports cannot be known beforehand.
 */
const LRS_ONLY = 'connect-src https: http://localhost:* http://127.0.0.1:*';

const NOTHING_LEAVES = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	LRS_ONLY,
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

export default defineConfig({
	imports: false,
	modules: ['@wxt-dev/i18n/module'],
	i18n: { localesDir: 'utils/i18n' },
	manifestVersion: 3,
	// What commands leave behind is no source.
	zip: { excludeSources: ['out/**'] },
	// Every browser we run in knows modulepreload.
	vite: () => ({
		plugins: [bareScripts(), closedPages(), loadedViews(), withoutInnerHtml(), shortI18n(), shortPolyfill(), texts()],
		build: { modulePreload: { polyfill: false } },
	}),
	manifest: ({ browser, command }) => ({
		name: '__MSG_extension_name__',
		description: '__MSG_extension_description__',
		default_locale: 'fr',
		permissions: ['storage', 'alarms', 'webRequest', 'scripting', 'activeTab', 'declarativeNetRequestWithHostAccess'],
		// Asked for where the user wants the file of each week in the download folder, or to be told of it on Monday.
		optional_permissions: ['downloads', 'notifications'],
		host_permissions: [...HOSTED_MATCHES],
		optional_host_permissions: ['*://*/*'],
		content_scripts: [
			{
				matches: [...HOSTED_MATCHES],
				js: ['observer.js'],
				run_at: 'document_start',
				all_frames: true,
				match_origin_as_fallback: true,
			},
			{
				matches: [...HOSTED_MATCHES],
				js: ['page-world.js'],
				run_at: 'document_start',
				all_frames: true,
				match_origin_as_fallback: true,
				world: 'MAIN',
			},
		],
		incognito: 'not_allowed',
		// The promise that nothing leaves, kept by the browser: no page may open a connection, and the background one only.
		// The development server reloads pages over a socket, and so goes without.
		...(command === 'build' && { content_security_policy: { extension_pages: NOTHING_LEAVES } }),
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: 'sobrio@sobrio.example',
							// Firefox for Android knows data_collection_permissions from 142 on.
							strict_min_version: '142.0',
							data_collection_permissions: { required: ['none'] },
						},
					},
				}
			: { minimum_chrome_version: '123', storage: { managed_schema: 'managed-schema.json' } }),
	}),
});
