import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserOptions } from './driver.ts';

type Preferences = Record<string, string | number | boolean>;

/** No requests but those of the pages under test. */
const SILENCE: Preferences = {
	'app.update.auto': false,
	'app.update.enabled': false,
	'app.normandy.enabled': false,
	'browser.contentblocking.report.lockwise.enabled': false,
	'browser.discovery.enabled': false,
	'browser.newtabpage.activity-stream.asrouter.providers.cfr': '',
	'browser.newtabpage.activity-stream.asrouter.providers.message-groups': '',
	'browser.newtabpage.enabled': false,
	'browser.newtabpage.activity-stream.feeds.topsites': false,
	'browser.ping-centre.telemetry': false,
	'browser.region.network.url': '',
	'browser.region.update.enabled': false,
	'browser.safebrowsing.blockedURIs.enabled': false,
	'browser.safebrowsing.downloads.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.safebrowsing.update.enabled': false,
	'browser.search.update': false,
	'browser.topsites.contile.enabled': false,
	'browser.urlbar.quicksuggest.enabled': false,
	'captivedetect.canonicalURL': '',
	'datareporting.healthreport.uploadEnabled': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'dom.push.connection.enabled': false,
	'extensions.blocklist.enabled': false,
	'extensions.getAddons.cache.enabled': false,
	'extensions.systemAddon.update.enabled': false,
	'extensions.update.enabled': false,
	'media.gmp-manager.updateEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'network.dns.disablePrefetch': true,
	'network.http.speculative-parallel-limit': 0,
	'network.prefetch-next': false,
	'security.OCSP.enabled': 0,
	// As in Firefox's own tests; read only with MOZ_REMOTE_SETTINGS_DEVTOOLS.
	'services.settings.server': 'data:,#remote-settings-dummy/v1',
	'toolkit.telemetry.enabled': false,
	'toolkit.telemetry.server': '',
	'toolkit.telemetry.unified': false,
};

/** No welcome page, no prompt, no restored session. */
const QUIET: Preferences = {
	'browser.aboutwelcome.enabled': false,
	'browser.download.alwaysOpenPanel': false,
	'browser.sessionstore.resume_from_crash': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.homepage': 'about:blank',
	'browser.startup.homepage_override.mstone': 'ignore',
	'browser.startup.page': 0,
	'browser.tabs.warnOnClose': false,
	'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
	'toolkit.startup.max_resumed_crashes': -1,
	'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** Our unsigned package can be installed permanently (ESR), and language packs work from the first start. */
const EXTENSIONS: Preferences = {
	'extensions.autoDisableScopes': 0,
	'extensions.webextOptionalPermissionPrompts': true,
	'xpinstall.signatures.required': false,
};

/** Writes the preferences of a profile; Firefox reads them at each start. */
export function writeProfile(
	profileDir: string,
	{ lang, downloadDir, darkMode, ownHosts, proxyPort }: BrowserOptions,
): void {
	const preferences: Preferences = {
		...SILENCE,
		...QUIET,
		...EXTENSIONS,
		'intl.accept_languages': lang === 'fr' ? 'fr-FR, fr, en-US, en' : 'en-US, en',
		'intl.locale.requested': lang === 'fr' ? 'fr' : 'en-US',
		// 0 is dark, 1 is light, for pages; popups follow the toolbar.
		'layout.css.prefers-color-scheme.content-override': darkMode ? 0 : 1,
		'browser.theme.content-theme': darkMode ? 0 : 1,
		'browser.theme.toolbar-theme': darkMode ? 0 : 1,
		'ui.systemUsesDarkTheme': darkMode ? 1 : 0,
		...(ownHosts && { 'network.dns.localDomains': ownHosts.join(',') }),
		...(proxyPort !== undefined && {
			// 1: the proxies named here.
			'network.proxy.type': 1,
			'network.proxy.http': '127.0.0.1',
			'network.proxy.http_port': proxyPort,
			'network.proxy.ssl': '127.0.0.1',
			'network.proxy.ssl_port': proxyPort,
			'network.proxy.no_proxies_on': '.localhost',
		}),
		...(downloadDir && {
			'browser.download.dir': downloadDir,
			// 2: the folder above.
			'browser.download.folderList': 2,
			'browser.download.useDownloadDir': true,
			'browser.download.always_ask_before_handling_new_types': false,
			'browser.helperApps.neverAsk.saveToDisk': 'text/csv,application/octet-stream,application/pdf',
		}),
	};
	const lines = Object.entries(preferences).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
	);
	mkdirSync(profileDir, { recursive: true });
	writeFileSync(join(profileDir, 'user.js'), `${lines.join('\n')}\n`);
}
