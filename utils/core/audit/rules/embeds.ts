import { knownBytes } from '@/utils/core/audit/bytes';
import { type AuditRule, exactly, type RuleId, type Stake, UNKNOWN_STAKE } from '@/utils/core/audit/finding';
import type { AuditEmbed, AuditLoad } from '@/utils/core/schema/audit/audit-load';

/** All that the frame of an embed loaded: at least what is known of it. */
function loadedBy(load: AuditLoad, index: number): Stake {
	const files = load.files.filter(({ embed }) => embed === index);
	const sizes = files.map(knownBytes);
	const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
	if (files.length === 0) return UNKNOWN_STAKE;
	return sizes.includes(null) ? { lowBytes: bytes, highBytes: null } : exactly(bytes);
}

/** A rule about frames of other sites that loaded with the page and that nobody played or used. */
function frameRule(id: RuleId, isMeant: (embed: AuditEmbed) => boolean): AuditRule {
	return {
		id,
		criteria: ['4.4', '6.5'],
		canJudge: (load, { part }) =>
			!load.embeds.some((embed) => embed.host === part && isMeant(embed) && embed.isPlayed === true),
		judge: (load) =>
			load.embeds.flatMap((embed, index) => {
				const { host, isPlayed, frameCount } = embed;
				if (!isMeant(embed) || isPlayed === true) return [];
				// Where nobody can see whether it was played or used, some of its bytes may have come by that.
				const stake = isPlayed === null ? UNKNOWN_STAKE : loadedBy(load, index);
				const fileCount = load.files.filter((file) => file.embed === index).length;
				return { rule: id, file: null, part: host, stake, per: 'view', params: { host, fileCount, frameCount } };
			}),
	};
}

/** Players of video sites. */
export const embed = frameRule('embed', ({ player }) => player !== null);

/** Maps, slides, forms, boards, posts, sounds and exercises of other sites. */
export const embedContent = frameRule('embed-content', ({ player, isContent }) => player === null && isContent);
