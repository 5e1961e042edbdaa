import * as v from 'valibot';
import { EFFECTS, LIMITS } from '@/utils/core/sober/effects';
import { isHost } from '@/utils/core/units/host';
import { LANGUAGES } from '@/utils/core/units/language';
import { DATA_FORMS, SCOPES } from './names';
import { FollowedSiteSchema, HostNameSchema } from './sites/followed-site';
import { DaySchema, FlagSchema, isPlain, type Of, parse, parserOf } from './values';

/** Most entries of a stored table or list: more than a person makes, and few enough for the browser's storage. */
const MAX_ENTRIES = 1_000;
const MAX_ADDRESS_LENGTH = 2_000;
const MAX_SECRET_LENGTH = 1_000;

/** The members of a stored table or list that are valid, up to `MAX_ENTRIES`; the others are dropped. */
const validMembers = <Member extends v.GenericSchema>(name: v.GenericSchema<string>, member: Member) =>
	v.pipe(
		v.custom<Record<string, unknown>>(isPlain),
		v.transform((stored): Record<string, v.InferOutput<Member>> => {
			const entries = Object.entries(stored).filter(([key, each]) => v.is(name, key) && v.is(member, each));
			return Object.fromEntries(entries.slice(0, MAX_ENTRIES)) as Record<string, v.InferOutput<Member>>;
		}),
	);
const validItems = <Item extends v.GenericSchema>(item: Item) =>
	v.pipe(
		v.array(v.unknown()),
		v.transform((stored) => {
			const read = stored.map((each) => parse(item, each)).filter((each) => each !== null);
			return read.slice(0, MAX_ENTRIES) as v.InferOutput<Item>[];
		}),
	);

export const parseLanguage = parserOf(v.picklist(LANGUAGES), null);

/** Local day, `YYYY-MM-DD`, on which each tip was dismissed, by tip id. */
export type DismissedTips = Readonly<Record<string, string>>;

const TipIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z\d-]{0,59}$/));

export const parseDismissedTips = parserOf(validMembers(TipIdSchema, DaySchema), {} as DismissedTips);

/** Their hosts unchecked: what an earlier version stored and is no host must be named, so that the user can remove it. */
export const parseFollowedSites = parserOf(
	validItems(v.object({ ...FollowedSiteSchema.entries, host: HostNameSchema })),
	[],
);

/** The random secret behind the codes of this install, 32 bytes in hexadecimal. */
export const parseSecret = parserOf(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), null);

const NoticesSchema = v.object({
	/** The open page's megabytes on the toolbar button. */
	hasBadge: FlagSchema,
	/** On Monday, a mark on the button and a notification with the week that is over. */
	hasNudge: FlagSchema,
});

/** What Sobrio shows outside its own pages; both are off until the learner turns them on. */
export type Notices = Of<typeof NoticesSchema>;

export const NO_NOTICES: Notices = { hasBadge: false, hasNudge: false };

export const parseNotices = parserOf(NoticesSchema, NO_NOTICES);

/** Whether the learner has switched off the counting of AI assistants. */
export const parseAssistantsOff = parserOf(v.object({ isOff: FlagSchema }), { isOff: false });

const NamedHostSchema = v.pipe(v.string(), v.check(isHost));

const SoberModeSchema = v.object({
	/** For every site without a setting of its own. */
	isOnEverywhere: FlagSchema,
	/** The learner's setting for single hosts. */
	hosts: v.fallback(validMembers(NamedHostSchema, v.boolean()), {}),
	/** Effects that are switched off, on all sites. */
	effectsOff: v.fallback(
		v.pipe(
			v.array(v.unknown()),
			v.transform((stored) => EFFECTS.filter((effect) => stored.includes(effect))),
		),
		[],
	),
	/** Highest resolution of videos, in lines; null for the one of the device. */
	limitLines: v.fallback(v.nullable(v.picklist(LIMITS)), null),
	/** A lower limit while the device runs on its battery. */
	isLighterOnBattery: FlagSchema,
});

/** Where sober mode is on, and what it does there. */
export type SoberMode = Of<typeof SoberModeSchema>;

export const SOBER_OFF: SoberMode = {
	isOnEverywhere: false,
	hosts: {},
	effectsOff: [],
	limitLines: null,
	isLighterOnBattery: false,
};

export const parseSoberMode = parserOf(SoberModeSchema, SOBER_OFF);

const WeeklySchema = v.object({
	isOn: FlagSchema,
	form: v.fallback(v.picklist(DATA_FORMS), 'csv'),
	scope: v.fallback(v.picklist(SCOPES), 'shareable'),
	/** True when it goes to the download folder too, which the browser has to allow. */
	isSaved: FlagSchema,
});

/** Whether each week becomes a file automatically once it is over, and which. */
export type WeeklyPreference = Of<typeof WeeklySchema>;

/** Off; once it is on, a table to share. */
export const NO_WEEKLY: WeeklyPreference = { isOn: false, form: 'csv', scope: 'shareable', isSaved: false };

export const parseWeekly = parserOf(WeeklySchema, NO_WEEKLY);

/** Versions of xAPI that a Learning Record Store may support, the most common first. */
export const XAPI_VERSIONS = ['1.0.3', '2.0.0'] as const;

export type XapiVersion = (typeof XAPI_VERSIONS)[number];

const LrsSchema = v.object({
	/** Address above `statements`, without a slash at its end. */
	endpoint: v.pipe(v.string(), v.maxLength(MAX_ADDRESS_LENGTH)),
	key: v.pipe(v.string(), v.maxLength(MAX_SECRET_LENGTH)),
	secret: v.pipe(v.string(), v.maxLength(MAX_SECRET_LENGTH)),
	version: v.fallback(v.picklist(XAPI_VERSIONS), XAPI_VERSIONS[0]),
	scope: v.fallback(v.picklist(SCOPES), SCOPES[0]),
	/** True when each week is sent automatically once it is over. */
	isWeekly: FlagSchema,
});

/** The Learning Record Store that the user set up: with the bucket, the only host the extension ever sends a request to. */
export type Lrs = Of<typeof LrsSchema>;

export const parseLrs = parserOf(LrsSchema, null);

const BucketSchema = v.object({
	/** Address of the folder, without a slash at the end of its path; its query, if it has one, signs it. */
	folder: v.pipe(v.string(), v.maxLength(MAX_ADDRESS_LENGTH)),
	/** Of WebDAV; both empty where the address alone is enough. */
	user: v.fallback(v.pipe(v.string(), v.maxLength(MAX_SECRET_LENGTH)), ''),
	password: v.fallback(v.pipe(v.string(), v.maxLength(MAX_SECRET_LENGTH)), ''),
	/** True when each week is put there automatically once it is over. */
	isWeekly: FlagSchema,
});

/** The folder over HTTPS, of a bucket or of WebDAV, that gets weekly files to share. */
export type Bucket = Of<typeof BucketSchema>;

export const parseBucket = parserOf(BucketSchema, null);

const AgreementSchema = v.fallback(
	v.nullable(v.object({ endpoint: v.pipe(v.string(), v.maxLength(MAX_ADDRESS_LENGTH)), isAgreed: v.boolean() })),
	null,
);

const AnswersSchema = v.object({
	/** Whether the codes of courses may be those of the organisation. */
	courses: v.fallback(v.nullable(v.boolean()), null),
	/** Whether weeks may be sent to the organisation's store; another address is another question. */
	lrs: AgreementSchema,
	/** The same for its bucket, by the address without its query. */
	bucket: AgreementSchema,
});

/** What the learner has answered to the organisation; null where there is no answer yet. */
export type Answers = Of<typeof AnswersSchema>;

export const NO_ANSWERS: Answers = { courses: null, lrs: null, bucket: null };

export const parseAnswers = parserOf(AnswersSchema, NO_ANSWERS);

/** What a goal may limit: data received, or time of video. */
export const GOAL_KINDS = ['data', 'video'] as const;

export type GoalKind = (typeof GOAL_KINDS)[number];

/** Upper bounds of a goal: a terabyte, and all hours of a week. */
export const MOST_WEEKLY: Readonly<Record<GoalKind, number>> = { data: 1_000_000, video: 168 };

const GoalSchema = v.pipe(
	v.object({
		kind: v.picklist(GOAL_KINDS),
		/** Megabytes of data, or hours of video, a week. */
		weeklyAmount: v.pipe(v.number(), v.integer(), v.minValue(1)),
	}),
	v.check(({ kind, weeklyAmount }) => weeklyAmount <= MOST_WEEKLY[kind]),
);

/** The user's own limit. */
export type Goal = Of<typeof GoalSchema>;

/** A valid goal; null for anything else. */
export const parseGoal = parserOf(GoalSchema, null);
