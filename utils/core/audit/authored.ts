import { WORDPRESS_LMS } from '@/utils/core/platforms/catalogue/wordpress';
import { isAuthorsFile } from '@/utils/core/platforms/own-files';
import { platformId } from '@/utils/core/platforms/platform';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { FileName, Tool } from './finding';

/** Platforms of Moodle's family, by their ids in the catalogue. */
const MOODLES = ['moodle', 'totara'];
const WORDPRESSES = WORDPRESS_LMS.map(platformId);

const H5P_FILES = /\/(?:core_h5p|mod_hvp|mod_h5pactivity|h5p)\//;
const SCORM_FILES = /\/(?:mod_scorm|scorm(?:content|driver|s)?)\//;

/** Whether a course author made this file: what the platform itself brings is none of the author’s. */
export function isAuthored({ host, path }: FileName, audit: Pick<Audit, 'host' | 'platform'>): boolean {
	return isAuthorsFile(path, host === audit.host && MOODLES.includes(audit.platform));
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
