import { knownBytes } from '@/utils/core/audit/bytes';
import { type AuditRule, exactly, type Stake, UNKNOWN_STAKE } from '@/utils/core/audit/finding';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';

/** All that the frame of an embed loaded: at least what is known of it. */
function loadedBy(load: AuditLoad, index: number): Stake {
	const files = load.files.filter(({ embed }) => embed === index);
	const sizes = files.map(knownBytes);
	const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
	if (files.length === 0) return UNKNOWN_STAKE;
	return sizes.includes(null) ? { lowBytes: bytes, highBytes: null } : exactly(bytes);
}

/** Players of video sites that loaded with the page and that nobody started. */
export const embed: AuditRule = {
	id: 'embed',
	criteria: ['4.4', '6.5'],
	canJudge: (load, { part }) =>
		!load.embeds.some(({ host, player, isPlayed }) => host === part && player !== null && isPlayed === true),
	judge: (load) =>
		load.embeds.flatMap(({ host, player, isPlayed }, index) => {
			if (player === null || isPlayed === true) return [];
			// Where nobody can see whether it was played, some of its bytes may be those of the video.
			const stake = isPlayed === null ? UNKNOWN_STAKE : loadedBy(load, index);
			const fileCount = load.files.filter(({ embed }) => embed === index).length;
			return { rule: 'embed', file: null, part: host, stake, per: 'view', params: { host, fileCount } };
		}),
};
