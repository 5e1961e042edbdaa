import { WORDPRESS_LMS } from '@/utils/core/platforms/catalogue/wordpress';
import { platformId } from '@/utils/core/platforms/platform';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { FileName, Tool } from './finding';

/** Platforms of Moodle's family, by their ids in the catalogue. */
const MOODLES = ['moodle', 'totara'];
const WORDPRESSES = WORDPRESS_LMS.map(platformId);

/** Where Moodle serves what people have uploaded. https://docs.moodle.org/dev/File_API */
const MOODLE_FILES = /\/(?:plugin|draft)file\.php\//;
/** Of those, what is no content of a course: pictures of accounts and of the theme, and the code of H5P. */
const MOODLE_OWN = /file\.php\/\d+\/(?:user|theme_\w+|core_admin|(?:core_h5p|mod_hvp)\/(?:libraries|cachedassets))\//;
/** WordPress’s own code, plugins and themes. https://developer.wordpress.org/plugins/plugin-basics/determining-plugin-and-content-directories/ */
const WORDPRESS_OWN = /\/wp-(?:includes|admin|json)\/|\/wp-content\/(?:plugins|themes|mu-plugins|cache)\//;
/** H5P’s code, on any platform. */
const H5P_OWN = /\/h5p\/(?:libraries|cachedassets)\//;

const H5P_FILES = /\/(?:core_h5p|mod_hvp|mod_h5pactivity|h5p)\//;
const SCORM_FILES = /\/(?:mod_scorm|scorm(?:content|driver|s)?)\//;

/** Whether a course author made this file: what the platform itself brings is none of the author’s. */
export function isAuthored({ host, path }: FileName, audit: Pick<Audit, 'host' | 'platform'>): boolean {
	if (H5P_OWN.test(path) || MOODLE_OWN.test(path) || WORDPRESS_OWN.test(path)) return false;
	if (host !== audit.host) return true;
	return !MOODLES.includes(audit.platform) || MOODLE_FILES.test(path);
}

/** A load with the files, images and videos that a course author can change. Indexes into its embeds stay the same. */
export function authoredPart(load: AuditLoad, audit: Pick<Audit, 'host' | 'platform'>): AuditLoad {
	const isOwnFrame = (embed: number | null) => embed !== null && (load.embeds[embed]?.player ?? null) !== null;
	return {
		...load,
		files: load.files.filter((file) => isAuthored(file, audit) || isOwnFrame(file.embed)),
		images: load.images.filter((image) => isAuthored(image, audit)),
		// How a video site plays a video is not in the author’s hands.
		media: load.media.filter(({ embed }) => !isOwnFrame(embed)),
	};
}

/** With what the author made a file of a page, or the page itself. */
export function toolOf(file: FileName | null, page: Pick<AuditPage, 'activity'>, audit: Pick<Audit, 'platform'>): Tool {
	if (H5P_FILES.test(file?.path ?? '') || page.activity === 'h5p') return 'h5p';
	if (SCORM_FILES.test(file?.path ?? '') || page.activity === 'scorm') return 'scorm';
	if (MOODLES.includes(audit.platform)) return 'moodle';
	return WORDPRESSES.includes(audit.platform) ? 'wordpress' : 'other';
}
