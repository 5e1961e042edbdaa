import type { DayTotal } from '@/utils/core/schema/visit';
import type { Reference } from '@/utils/core/tips/rule';
import { animatedGif, oldImageFormat, oversizedImage } from './images';
import { type LessonTotals, lessonTotals, type Remark } from './lesson';
import { heavyAudio, heavyVideo, noCaptions, unplayedEmbed, unplayedPreload } from './media';
import { heavyDocument, heavyFonts, heavyPages, uncached, uncompressedText } from './pages';

/** Every rule for course authors. */
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

export type AdviceId = (typeof TRAINER_RULES)[number]['id'];

/** A rule's remark on one kind of activity of one course. */
export interface Advice extends Remark {
	readonly id: AdviceId;
	readonly references: readonly Reference[];
	readonly lesson: LessonTotals;
}

/** What course authors may change, the most bytes per view first. All figures are per view on this device. */
export function adviceFor(days: readonly DayTotal[]): readonly Advice[] {
	return (
		lessonTotals(days)
			// No learner opens the pages on which a course is made.
			.filter(({ visitCount, activity }) => visitCount > 0 && activity !== 'editing')
			.flatMap((lesson) =>
				TRAINER_RULES.flatMap((rule): Advice[] => {
					const remark = rule.judge(lesson);
					return remark ? [{ id: rule.id, references: rule.references, lesson, ...remark }] : [];
				}),
			)
			.sort((a, b) => b.stakeBytesPerView - a.stakeBytesPerView)
	);
}
