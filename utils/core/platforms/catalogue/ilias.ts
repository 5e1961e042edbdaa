import type { Platform } from '@/utils/core/platforms/platform';

/**
 * ILIAS. An address contains the id of an object rather than of its course, so the course is read from the breadcrumb. If its
 * links contain types (always since ILIAS 10, before that inside learning modules), the course is the one of type `crs`;
 * otherwise the innermost container is used, which may be a folder of the course. Links are `ilias.php?…&ref_id=70`,
 * `goto.php?target=crs_70`, `goto.php/crs/70`, `go/crs/70`, and with rewritten addresses `goto_client_crs_70.html`. People
 * (`usr`), categories and the repository (`root`, always 1) are not courses.
 */
export const ILIAS: Platform = {
	name: 'ILIAS',
	mark: ':is(.il-layout-page,#mainspacekeeper) a:is([href*="ilias.php?baseClass="],[href*="/goto.php"],[href*="/go/"])',
	course:
		/(?:[?&](?:ref_id=(?!1(?:\D|$))|target=(?!usr|cat|root)[a-z]+_)|\/go(?:to\.php)?\/(?!usr|cat|root)[a-z]+\/|\/goto_(?:(?!(?:usr|cat|root|crs|grp|fold|wiki|frm|lm|file|tst|svy|sahs)_)[^/_]+_)*?(?!usr|cat|root)[a-z]+_)(\d+)/
			.source,
	courseFrom: ['.crumb a:is([href*="target=crs_"],[href*="/crs/"],[href*="_crs_"]),.crumb:last-child a', 'href'],
	base: /^((?:\/[^/]+)*?)\/(?:ilias|goto|login|index|go)(?:_[^/]*|\.(?:php|html))?(?:\/|$)/.source,
	label:
		'.crumb a:is([href$="ref_id={key}"],[href*="ref_id={key}&"],[href$="_{key}"],[href*="_{key}&"],[href$="_{key}.html"],[href$="/{key}"]),' +
		'#il_mhead_t_focus,.il-page-content-header',
	activity: {
		quiz: '[src*="icon_tst."],[src*="icon_svy."]',
		scorm: '[src*="icon_sahs."]',
		forum: '[src*="icon_frm."]',
	},
};
