import type { Platform } from '@/utils/platforms/platform';

/**
 * ILIAS. Addresses name the object at hand, not the course above it, so the key is the object's `ref_id`; permanent
 * links are `goto.php?target=crs_70`, `goto.php/crs/70` and, since ILIAS 9, `go/crs/70`; those of type `usr` are people.
 */
export const ILIAS: Platform = {
	name: 'ILIAS',
	mark: ':is(.il-layout-page,#mainspacekeeper) :is(a[href*="ilias.php?baseClass="],a[href*="/goto.php"],a[href*="/go/"])',
	course: /(?:[?&](?:ref_id=|target=(?!usr)[a-z]+_)|\/go(?:to\.php)?\/(?!usr)[a-z]+\/)(\d+)/.source,
	label: '#il_mhead_t_focus,.il-page-content-header',
	activity: {
		quiz: '[src*="icon_tst."],[src*="icon_svy."]',
		scorm: '[src*="icon_sahs."]',
		forum: '[src*="icon_frm."]',
	},
};
