import type { Platform } from '@/utils/platforms/platform';

/**
 * ILIAS. Addresses name the object at hand, not the course above it, so the key is the object's `ref_id`; permanent
 * links are `goto.php?target=crs_70`, `goto.php/crs/70` and, since ILIAS 9, `go/crs/70`.
 */
export const ILIAS: Platform = {
	name: 'ILIAS',
	mark: ':is(.il-layout-page,#mainspacekeeper) :is([href*="ilias.php?baseClass="],[href*="/goto.php"],[href*="/go/"])',
	course: /(?:[?&](?:ref_id=|target=[a-z]+_)|\/go(?:to\.php)?\/[a-z]+\/)(\d+)/.source,
	label: '#il_mhead_t_focus,.il-page-content-header',
	activity: {
		quiz: '[src*="icon_tst."],[src*="icon_svy."]',
		scorm: '[src*="icon_sahs."]',
		forum: '[src*="icon_frm."]',
	},
};
