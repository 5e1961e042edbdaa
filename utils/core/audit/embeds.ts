import type { AuditEmbed } from '@/utils/core/schema/audit/audit-load';

const isMeant = ({ player, isContent }: AuditEmbed) => player !== null || isContent;

/** The frames of one host with further ones. Beside players and content, other frames of their host are not counted. */
export function withEmbed(known: AuditEmbed | undefined, embed: AuditEmbed): AuditEmbed {
	if (!known) return embed;
	const counted = [known, embed].filter((each) => isMeant(each) || !(isMeant(known) || isMeant(embed)));
	return {
		host: embed.host,
		player: embed.player ?? known.player,
		isContent: embed.isContent || known.isContent,
		frameCount: counted.reduce((sum, { frameCount }) => sum + frameCount, 0),
		isPlayed: embed.isPlayed ?? known.isPlayed,
	};
}
