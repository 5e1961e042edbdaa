import type { Platform } from '@/utils/core/platforms/platform';

/**
 * ILIAS. Addresses name the object at hand, not the course above it: that is read from the breadcrumb. Where its links bear
 * types (everywhere since ILIAS 10, before that inside learning modules) the course is the one of type `crs`; elsewhere the
 * innermost container stands in for it, which is a folder of the course on pages that lie in one. Links are
 * `ilias.php?…&ref_id=70`, `goto.php?target=crs_70`, `goto.php/crs/70` and `go/crs/70`; people (`usr`), categories and the
 * repository itself (`root`, always 1) are no courses.
 */
export const ILIAS: Platform = {
	name: 'ILIAS',
	mark: ':is(.il-layout-page,#mainspacekeeper) a:is([href*="ilias.php?baseClass="],[href*="/goto.php"],[href*="/go/"])',
	course:
		/(?:[?&](?:ref_id=(?!1(?:\D|$))|target=(?!usr|cat|root)[a-z]+_)|\/go(?:to\.php)?\/(?!usr|cat|root)[a-z]+\/)(\d+)/
			.source,
	courseFrom: ['.crumb a[href*="target=crs_"],.crumb a[href*="/crs/"],.crumb:last-child a', 'href'],
	label:
		'.crumb a:is([href$="ref_id={key}"],[href*="ref_id={key}&"],[href$="_{key}"],[href*="_{key}&"],[href$="/{key}"]),' +
		'#il_mhead_t_focus,.il-page-content-header',
	activity: {
		quiz: '[src*="icon_tst."],[src*="icon_svy."]',
		scorm: '[src*="icon_sahs."]',
		forum: '[src*="icon_frm."]',
	},
};
