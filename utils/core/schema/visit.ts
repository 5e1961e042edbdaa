import * as v from 'valibot';
import { AssistantsSchema } from './assistants';
import { courseLabelOf, MAX_OBSERVED_LABEL_LENGTH, MAX_STORED_LABEL_LENGTH, printable } from './label';
import { MediaTotalsSchema, type NowPlaying } from './media';
import { ACTIVITIES } from './names';
import { TrafficSchema } from './traffic';
import {
	DaySchema,
	HostSchema,
	IdSchema,
	labelSchema,
	type Of,
	PlatformIdSchema,
	parserOf,
	StoredAmountSchema,
} from './values';
import { WasteSchema } from './waste';

const MAX_COURSE_KEY_LENGTH = 200;

const COURSE = {
	host: HostSchema,
	platform: PlatformIdSchema,
	/** The platform's own key of the course (an opaque id, never a path or query); '' outside a course. */
	courseKey: labelSchema(MAX_COURSE_KEY_LENGTH),
};

/** The course context of a page as the catalogue reads it there, with the course's name where the page shows one. */
const ObservedContextSchema = v.object({
	platform: PlatformIdSchema,
	courseKey: v.pipe(v.string(), v.maxLength(MAX_COURSE_KEY_LENGTH), v.transform(printable)),
	courseLabel: v.nullable(
		v.pipe(
			v.string(),
			v.maxLength(MAX_OBSERVED_LABEL_LENGTH),
			v.transform((label) => courseLabelOf(label)),
		),
	),
	activity: v.picklist(ACTIVITIES),
});

export type ObservedContext = Of<typeof ObservedContextSchema>;

export const parseContext = parserOf(ObservedContextSchema, null);

const TOTALS = {
	/** Local day, `YYYY-MM-DD`; a visit that crosses midnight becomes two. */
	day: DaySchema,
	...COURSE,
	activity: v.picklist(ACTIVITIES),
	/** Milliseconds with the page visible and focused, or with media playing. */
	activeMs: StoredAmountSchema,
	traffic: TrafficSchema,
	media: MediaTotalsSchema,
	/** Absent where nothing was found. */
	waste: v.exactOptional(WasteSchema),
	/** Absent where no assistant was asked. */
	assistants: v.exactOptional(AssistantsSchema),
};

/** One stay on one page of one course, as stored. It holds no address, name or text of the page. */
export const VisitSchema = v.strictObject({
	...TOTALS,
	/** Random id made by the page's content script. */
	id: IdSchema,
	startedAtMs: StoredAmountSchema,
});

export type Visit = Of<typeof VisitSchema>;

/** Ids of visits as stored; none in place of anything else. */
export const parseVisitIds = parserOf(v.array(IdSchema), []);

/** All visits of one day to one course and activity kind, added up. */
export const DayTotalSchema = v.strictObject({
	...TOTALS,
	visitCount: v.pipe(StoredAmountSchema, v.integer(), v.minValue(1)),
});

export type DayTotal = Of<typeof DayTotalSchema>;

/** The name a course had when it was last seen; figures refer to it by host and key, so a renamed course keeps them. */
export const CourseSchema = v.strictObject({
	...COURSE,
	label: labelSchema(MAX_STORED_LABEL_LENGTH),
	lastDay: DaySchema,
});

export type Course = Of<typeof CourseSchema>;

/** What went on: a video played in sight, played out of sight, or none played; unknown where nothing tells, or not how many bytes came. */
export type SliceState = 'playing' | 'paused' | 'hidden' | 'unknown';

/** Five seconds of a visit. */
export interface Slice {
	/** Number of slices since 1970. */
	readonly step: number;
	readonly receivedBytes: number;
	readonly state: SliceState;
	/** Lines of the video at its end; null while none plays. */
	readonly lines: number | null;
	/** Lines of the first video in it; absent where they are those at its end. */
	readonly firstLines?: number;
}

/** The last minutes of a visit under way; never stored. */
export interface Recent {
	readonly visitId: string;
	/** Totals of the visit when it was last seen. */
	readonly receivedBytes: number;
	readonly unknownCount: number;
	/** Without gaps, oldest first. */
	readonly slices: readonly Slice[];
}

/** What a page has received, how long it was in use, and the id of its first visit. */
export type PageFigures = Pick<Visit, 'id' | 'activeMs' | 'traffic' | 'media' | 'assistants'>;

/** The visit under way in a tab, with what is never stored. */
export interface LiveVisit extends Visit {
	readonly courseLabel: string | null;
	readonly nowPlaying: NowPlaying | null;
	/** How many of its unknown requests are windows on other hosts; absent for none. */
	readonly windowCount?: number;
	/** What its page had on earlier days, where it was open at midnight; these figures belong to visits of their own. */
	readonly beforeMidnight?: PageFigures;
	/** The last two minutes, where a page of ours shows them. */
	readonly recent?: Recent;
}
