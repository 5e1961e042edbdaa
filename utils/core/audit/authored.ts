import { WORDPRESS_LMS } from '@/utils/core/platforms/catalogue/wordpress';
import { isAuthorsFile } from '@/utils/core/platforms/own-files';
import { platformId } from '@/utils/core/platforms/platform';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { isSameFile } from './bytes';
import { type FileName, FRAME_RULES, type RuleId, type Tool } from './finding';

/** Platforms of Moodle's family, by their ids in the catalogue. */
const MOODLES = ['moodle', 'totara'];
const WORDPRESSES = WORDPRESS_LMS.map(platformId);

const H5P_FILES = /\/(?:core_h5p|mod_hvp|mod_h5pactivity|h5p)\//;
const SCORM_FILES = /\/(?:mod_scorm|scorm(?:content|driver|s)?)\//;

/** Whether a course author made this file: what the platform itself brings is none of the author’s. */
export function isAuthored({ host, path }: FileName, audit: Pick<Audit, 'host' | 'platform'>): boolean {
	return isAuthorsFile(path, host === audit.host && MOODLES.includes(audit.platform));
}

/** Whether a frame is a player or content of another site: how that one is made is not in the author’s hands. */
function isOthers({ embeds }: AuditLoad, index: number | null): boolean {
	const embed = index === null ? undefined : embeds[index];
	return embed !== undefined && (embed.player !== null || embed.isContent);
}

/**
 * What each rule judges of a load: for the rules of frames all that players and content of other sites loaded, for the others the files,
 * images and videos that a course author can change, which are found once. Indexes into its embeds stay the same.
 */
export function judgedParts(load: AuditLoad, audit: Pick<Audit, 'host' | 'platform'>): (rule: RuleId) => AuditLoad {
	const authored = authoredPart(load, audit);
	return (rule) => (FRAME_RULES.includes(rule) ? load : authored);
}

function authoredPart(load: AuditLoad, audit: Pick<Audit, 'host' | 'platform'>): AuditLoad {
	const isOthersFile = (name: FileName) => {
		const files = load.files.filter((file) => isSameFile(file, name));
		return files.length > 0 && files.every(({ embed }) => isOthers(load, embed));
	};
	return {
		...load,
		files: load.files.filter((file) => isAuthored(file, audit) && !isOthers(load, file.embed)),
		images: load.images.filter((image) => isAuthored(image, audit) && !isOthersFile(image)),
		media: load.media.filter(({ embed }) => !isOthers(load, embed)),
	};
}

/** With what the author made a file of a page, or the page itself. */
export function toolOf(file: FileName | null, page: Pick<AuditPage, 'activity'>, audit: Pick<Audit, 'platform'>): Tool {
	if (H5P_FILES.test(file?.path ?? '') || page.activity === 'h5p') return 'h5p';
	if (SCORM_FILES.test(file?.path ?? '') || page.activity === 'scorm') return 'scorm';
	if (MOODLES.includes(audit.platform)) return 'moodle';
	return WORDPRESSES.includes(audit.platform) ? 'wordpress' : 'other';
}
