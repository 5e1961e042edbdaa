import type { Platform } from '@/utils/core/platforms/platform';

/** Both spellings occur, and an attribute selector on `name` is case-sensitive. */
function generator(name: string): string {
	return `meta:is([name="generator"],[name="Generator"])[content^="${name}"]`;
}

/** What precedes the folders of Claroline, Dokeos and Chamilo: an organisation has several on one host. */
const BASE =
	/^((?:\/[^/]+)*?)\/(?:main|claroline|courses?|plugin|resources|sessions?|workspaces|app\.php|index\.php|user_portal\.php|#)(?:\/|$)/
		.source;

/** Claroline, its fork Dokeos, and Chamilo, a fork of Dokeos. */
export const CLAROLINE_FAMILY: readonly Platform[] = [
	{
		name: 'Chamilo',
		mark: generator('Chamilo'),
		base: BASE,
	},
	{
		name: 'Dokeos',
		mark: generator('Dokeos'),
		base: BASE,
		label: '#header3 a[href*="/courses/{key}/"],.breadcrumb a[href*="/courses/{key}/"]',
	},
	{
		name: 'Claroline',
		mark: generator('Claroline'),
		base: BASE,
		// Claroline Connect has its route in the hash; each course is a workspace.
		course: /(?:\/workspaces\/open\/|[?&]cid(?:Req)?=)([^/&]+)/.source,
	},
];
