import type { Reference } from '@/utils/core/tips/rule';
import type { Format } from '@/utils/core/units/format';
import type { DayTotal } from '@/utils/core/visit/visit';
import { animatedGif } from './animated-gif';
import { heavyAudio } from './heavy-audio';
import { heavyDocument } from './heavy-document';
import { heavyFonts } from './heavy-fonts';
import { heavyPages } from './heavy-page';
import { heavyVideo } from './heavy-video';
import { type LessonTotals, lessonTotals } from './lesson';
import { noCaptions } from './no-captions';
import { oldImageFormat } from './old-image-format';
import { oversizedImage } from './oversized-image';
import type { Remark, TrainerRule } from './rule';
import { uncached } from './uncached';
import { uncompressedText } from './uncompressed-text';
import { unplayedEmbed } from './unplayed-embed';
import { unplayedPreload } from './unplayed-preload';

/** Every rule for who makes the course. */
export const TRAINER_RULES = [
	heavyPages,
	heavyFonts,
	heavyDocument,
	heavyVideo,
	heavyAudio,
	unplayedPreload,
	unplayedEmbed,
	oversizedImage,
	oldImageFormat,
	animatedGif,
	uncompressedText,
	uncached,
	noCaptions,
] as const;

/** Id of a piece of advice. */
export type AdviceId = (typeof TRAINER_RULES)[number]['id'];

/** A rule's remark on one kind of activity of one course. */
export interface Advice extends Remark {
	readonly id: AdviceId;
	readonly references: readonly Reference[];
	readonly lesson: LessonTotals;
}

/** What who makes the courses may change, the most bytes a view first; figures are those of this device, a view each. */
export function adviceFor(days: readonly DayTotal[]): readonly Advice[] {
	return lessonTotals(days)
		.filter(({ visitCount }) => visitCount > 0)
		.flatMap((lesson) =>
			TRAINER_RULES.flatMap((rule): Advice[] => {
				const remark = rule.judge(lesson);
				return remark ? [{ id: rule.id, references: rule.references, lesson, ...remark }] : [];
			}),
		)
		.sort((a, b) => b.stakeBytesPerView - a.stakeBytesPerView);
}

/** The figures that the texts of a piece of advice take, `$1` first. */
export function adviceWords({ id, params }: Advice, format: Format): readonly string[] {
	const rule: TrainerRule | undefined = TRAINER_RULES.find((each) => each.id === id);
	return rule?.words(params, format) ?? [];
}
