import type { Platform } from '@/utils/core/platforms/platform';

/** Both spellings occur, and the case of a meta element's name counts in selectors. */
function generator(name: string): string {
	return `meta:is([name="generator"],[name="Generator"])[content^="${name}"]`;
}

/** Claroline, then Dokeos forked from it, then Chamilo forked from that: course codes, and one folder a tool. */
export const CLAROLINE_FAMILY: readonly Platform[] = [
	{
		name: 'Chamilo',
		mark: generator('Chamilo'),
	},
	{
		name: 'Dokeos',
		mark: generator('Dokeos'),
		label: '#header3 a[href*="/courses/{key}/"],.breadcrumb a[href*="/courses/{key}/"]',
	},
	{
		name: 'Claroline',
		mark: generator('Claroline'),
		// Claroline Connect keeps its route in the hash, one workspace a course.
		course: /(?:\/workspaces\/open\/|[?&]cid(?:Req)?=)([^/&]+)/.source,
	},
];
