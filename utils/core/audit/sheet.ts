import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { FEW_OLD_RATIO } from '@/utils/core/tips/trainer/images';
import { GOAL_FONT_BYTES, GOAL_FONT_FILES } from '@/utils/core/tips/trainer/pages';
import { MEASURED_CRITERIA, type MeasuredCriterion } from './criteria';
import type { FileName } from './finding';
import { type AuditReport, judgedLoad } from './report';
import { fontsOf, isPlainText, isUncacheable, weighDocument } from './rules/files';
import { isOversized, rasterFormats } from './rules/images';
import { preload, videoSize } from './rules/video';

/** `passed`: nothing that was measured speaks against it. `unseen`: the audit met nothing to measure it by. */
export type Verdict = 'passed' | 'failed' | 'unseen';

/** A page, and the file on it where one is meant. */
export interface Evidence {
	/** `AuditPage.number`. */
	readonly page: number;
	readonly file: FileName | null;
}

/** A criterion as far as the audit could measure it. */
export interface CriterionResult {
	readonly criterion: MeasuredCriterion;
	readonly verdict: Verdict;
	/** How many files, videos or pages were judged, and how many of them are against it. */
	readonly judgedCount: number;
	readonly failedCount: number;
	/** Some of those that are against it. */
	readonly evidence: readonly Evidence[];
}

/** Things of one load that a criterion judges: each with its file, and whether it is against the criterion. */
type Judged = readonly { readonly file: FileName | null; readonly isAgainst: boolean }[];

const MAX_EVIDENCE = 20;
const HALF = 0.5;

const nameOf = ({ host, path }: FileName): FileName => ({ host, path });

function ofFiles(load: AuditLoad, judge: (file: AuditLoad['files'][number]) => boolean | null): Judged {
	return load.files.flatMap((file) => {
		const isAgainst = judge(file);
		return isAgainst === null ? [] : { file: nameOf(file), isAgainst };
	});
}

function fonts(load: AuditLoad): Judged {
	const { bytes, fileCount } = fontsOf(load);
	return [{ file: null, isAgainst: bytes > GOAL_FONT_BYTES && fileCount > GOAL_FONT_FILES }];
}

function formats(load: AuditLoad): Judged {
	const { rasters, old } = rasterFormats(load);
	const isOld = new Set(old);
	return rasters.map((file) => ({ file: nameOf(file), isAgainst: isOld.has(file) }));
}

function videos(load: AuditLoad): Judged {
	return load.media
		.filter((media) => !media.isSound && media.decodedHeightPx > 0 && media.shownHeightPx > 0)
		.map((media) => ({
			file: media.file,
			isAgainst: videoSize.judge({ ...load, media: [media] }).length > 0,
		}));
}

function images(load: AuditLoad): Judged {
	return load.images.flatMap((image) => {
		const isAgainst = isOversized(image, load);
		return isAgainst === null ? [] : { file: nameOf(image), isAgainst };
	});
}

/** Players and content of other sites. */
const thirdParties = ({ embeds }: AuditLoad) => embeds.filter(({ player, isContent }) => player !== null || isContent);

/** Videos that could have been loaded for nothing, and players and content of other sites. */
function unused(load: AuditLoad): Judged {
	const unplayed = preload.judge(load).map(({ file }) => file?.path);
	return [
		...load.media
			.filter(({ file }) => file !== null)
			.map(({ file }) => ({ file, isAgainst: unplayed.includes(file?.path) })),
		...thirdParties(load)
			.filter(({ isPlayed }) => isPlayed !== null)
			.map(({ isPlayed }) => ({ file: null, isAgainst: !isPlayed })),
	];
}

/** How each criterion is judged on one load. */
const JUDGES: Readonly<Record<MeasuredCriterion, (load: AuditLoad) => Judged>> = {
	'4.1': (load) => load.media.map(({ file, hasAutoplay }) => ({ file, isAgainst: hasAutoplay })),
	// What is there before anyone asked for it was not activated by the learner.
	'4.4': (load) => thirdParties(load).map(() => ({ file: null, isAgainst: true })),
	'4.8': fonts,
	'5.1': formats,
	'5.3': videos,
	'5.7': (load) =>
		ofFiles(load, (file) => {
			const weighed = weighDocument(file);
			return weighed && weighed.bytes > weighed.limitBytes;
		}),
	'6.2': (load) => ofFiles(load, isUncacheable),
	'6.3': (load) => ofFiles(load, isPlainText),
	'6.4': images,
	'6.5': unused,
};

/** Share against a criterion from which it fails, where the criterion itself allows some: 5.1 a quarter, 6.4 "mostly". */
const ALLOWED_SHARE: Readonly<Partial<Record<MeasuredCriterion, number>>> = { '5.1': FEW_OLD_RATIO, '6.4': HALF };

function resultOf(criterion: MeasuredCriterion, { pages }: AuditReport): CriterionResult {
	const judged = pages.flatMap(({ page }) => {
		const load = judgedLoad(page);
		return load ? JUDGES[criterion](load).map((each) => ({ ...each, page: page.number })) : [];
	});
	const against = judged.filter(({ isAgainst }) => isAgainst);
	const isFailed = against.length > (ALLOWED_SHARE[criterion] ?? 0) * judged.length;
	return {
		criterion,
		verdict: judged.length === 0 ? 'unseen' : isFailed ? 'failed' : 'passed',
		judgedCount: judged.length,
		failedCount: against.length,
		evidence: against.slice(0, MAX_EVIDENCE).map(({ page, file }) => ({ page, file })),
	};
}

/** The criteria of the RGESN 2024 that the audit measured, each with its evidence. There is no score: the others need a person. */
export function rgesnSheet(report: AuditReport): readonly CriterionResult[] {
	return MEASURED_CRITERIA.map((criterion) => resultOf(criterion, report));
}
