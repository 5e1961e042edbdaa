import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { Reference } from '@/utils/core/tips/rule';

/** What an audit can find on a page, in the order of display. */
export const RULE_IDS = [
	'video-size',
	'one-quality',
	'no-captions',
	'autoplay',
	'preload',
	'embed',
	'embed-content',
	'image-size',
	'image-format',
	'heavy-document',
	'heavy-fonts',
	'plain-text',
	'not-cacheable',
] as const;

/** One of {@link RULE_IDS}. */
export type RuleId = (typeof RULE_IDS)[number];

/** The rules about frames of other sites; all others judge what the author made. */
export const FRAME_RULES: readonly RuleId[] = ['embed', 'embed-content'];

/** With what the author made it: the words of the advice follow. `other` is any other tool or platform. */
export const TOOLS = ['moodle', 'h5p', 'scorm', 'wordpress', 'other'] as const;

/** One of {@link TOOLS}. */
export type Tool = (typeof TOOLS)[number];

/** Bytes that a change would save: at least and at most; null above where nothing limits them. Both unknown: 0 and null. */
export interface Stake {
	readonly lowBytes: number;
	readonly highBytes: number | null;
}

/** Whose bytes a stake counts: each view of the page, each later view of it, or each time that the whole video is watched. */
export type StakePeriod = 'view' | 'return' | 'watching';

/** A file by its name, as `AuditFile`. */
export interface FileName {
	readonly host: string;
	readonly path: string;
}

/** What a rule found on a load: nothing of it is claimed without a figure that the load holds. */
export interface Found {
	readonly rule: RuleId;
	/** The file to change; null for a video without a file of its own, and for what several files make together. */
	readonly file: FileName | null;
	/** Tells findings of one rule without a file apart: the host of an embed, the position of a video. */
	readonly part: string;
	/** Null where the advice is not about bytes. */
	readonly stake: Stake | null;
	readonly per: StakePeriod;
	/** Figures of its texts, `$1` first; the end of a name is the unit, see `figureTexts`. Words stand as they are. */
	readonly params: Readonly<Record<string, number | string>>;
}

/** A rule's finding on one page of an audit. */
export interface Finding extends Found {
	/** `AuditPage.number`. */
	readonly page: number;
	readonly tool: Tool;
	readonly references: readonly Reference[];
}

/** One rule of the audit. */
export interface AuditRule {
	readonly id: RuleId;
	/** Criteria of the RGESN 2024, `5.3`. */
	readonly criteria: readonly string[];
	/** Whether this load shows enough of what was found before to tell whether it is still there. */
	canJudge(load: AuditLoad, found: Pick<Found, 'file' | 'part'>): boolean;
	judge(load: AuditLoad): readonly Found[];
}

/** A stake of which nothing is known. */
export const UNKNOWN_STAKE: Stake = { lowBytes: 0, highBytes: null };

/** A stake that is known to the byte. */
export const exactly = (bytes: number): Stake => ({ lowBytes: bytes, highBytes: bytes });

export const isUnknownStake = ({ lowBytes, highBytes }: Stake) => lowBytes <= 0 && highBytes === null;
