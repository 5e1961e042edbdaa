import { defineConfig } from 'wxt';
import { bareScripts } from './scripts/setup/bare-scripts';
import { texts } from './scripts/setup/texts';
import { withoutInnerHtml } from './scripts/setup/without-inner-html';
import { HOSTED_MATCHES } from './utils/platforms/hosted';

const NOTHING_LEAVES = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

export default defineConfig({
	imports: false,
	modules: ['@wxt-dev/i18n/module'],
	i18n: { localesDir: 'utils/i18n' },
	manifestVersion: 3,
	// Every browser we run in knows modulepreload.
	vite: () => ({
		plugins: [bareScripts(), withoutInnerHtml(), texts()],
		build: { modulePreload: { polyfill: false } },
	}),
	manifest: ({ browser, command }) => ({
		name: '__MSG_extension_name__',
		description: '__MSG_extension_description__',
		default_locale: 'fr',
		permissions: ['storage', 'alarms', 'webRequest', 'scripting', 'activeTab'],
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
		// The promise that nothing leaves, kept by the browser: no page of ours, nor the background, may open a connection.
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
			: { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
	}),
});
