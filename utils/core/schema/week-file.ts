import * as v from 'valibot';
import { ACTIVITIES, KINDS } from './names';
import { DEVICES, NETWORKS } from './profile';
import {
	CourseCodeSchema,
	DaySchema,
	optionalEntries,
	PlainSchema,
	parserOf,
	ShareSchema,
	SourceCodeSchema,
	StoredAmountSchema,
	WeekSchema,
} from './values';

/** First field of every weekly file. */
export const WEEK_FORMAT = 'sobrio-week';
/** Goes up by one with each change that a program reading the file would notice. */
export const WEEK_VERSION = 1;

/**
 * What a figure counts: `share` is 0 to 1, times are milliseconds of clock time, grams are of CO2 equivalent; small ones are of an
 * assistant's answers, and may be unknown.
 */
export type FigureUnit = 'count' | 'share' | 'byte' | 'ms' | 'gram' | 'token' | 'wattHour' | 'smallGram' | 'millilitre';

/** The unit of each figure of a row, by its name in the file. */
type Units = Readonly<Record<string, FigureUnit>>;

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const AmountSchema = v.pipe(v.number(), v.minValue(0));
const UnknownOrAmountSchema = v.nullable(AmountSchema);
const UnknownOrShareSchema = v.nullable(ShareSchema);
const TextSchema = v.string();

/** Null in a figure is unknown; it is never 0. */
const WRITTEN: Readonly<Record<FigureUnit, v.GenericSchema>> = {
	count: CountSchema,
	share: UnknownOrShareSchema,
	byte: UnknownOrAmountSchema,
	ms: UnknownOrAmountSchema,
	gram: AmountSchema,
	token: UnknownOrAmountSchema,
	wattHour: UnknownOrAmountSchema,
	smallGram: UnknownOrAmountSchema,
	millilitre: UnknownOrAmountSchema,
};

const KindSchema = v.strictObject({
	measured_bytes: AmountSchema,
	estimated_bytes: AmountSchema,
	/** At least and at most so much was received; absent in older files. No upper limit is null. */
	low_bytes: v.exactOptional(AmountSchema),
	high_bytes: v.exactOptional(UnknownOrAmountSchema),
	unknown_requests: CountSchema,
});

const FactorsSchema = v.strictObject({
	computed_on: DaySchema,
	model: TextSchema,
	sources: v.array(
		v.strictObject({ id: TextSchema, publisher: TextSchema, title: TextSchema, year: TextSchema, link: TextSchema }),
	),
	equipment: v.strictObject({
		device: v.picklist(DEVICES),
		network: v.picklist(NETWORKS),
		country: TextSchema,
		device_age_years: v.nullable(v.number()),
		screens: CountSchema,
	}),
});

const mapUnits = <Schema>(units: Units, schemaOf: (unit: FigureUnit, name: string) => Schema) =>
	Object.fromEntries(Object.entries(units).map(([name, unit]) => [name, schemaOf(unit, name)]));

/** The weekly file as published in `public/schemas`, and the parts that its schema names once. */
export function weekFileSchema(units: Units) {
	const figures = mapUnits(units, (unit) => WRITTEN[unit]);
	const definitions = {
		amount: UnknownOrAmountSchema,
		share: UnknownOrShareSchema,
		kind: KindSchema,
		factors: FactorsSchema,
		units: v.strictObject(mapUnits(units, () => TextSchema)),
		total: v.strictObject(figures),
	};
	const fileOf = (scope: string, source: v.GenericSchema, course: v.ObjectEntries) =>
		v.strictObject({
			$schema: TextSchema,
			format: v.literal(WEEK_FORMAT),
			version: v.literal(WEEK_VERSION),
			week: WeekSchema,
			scope: v.literal(scope),
			source,
			exported_on: DaySchema,
			sobrio_version: TextSchema,
			units: definitions.units,
			factors: definitions.factors,
			total: definitions.total,
			rows: v.array(
				v.strictObject({
					day: DaySchema,
					...course,
					activity: v.picklist(ACTIVITIES),
					...figures,
					received_by_kind: v.pipe(PlainSchema, v.strictObject(optionalEntries(KINDS, KindSchema))),
					video_ms_by_height: v.record(v.pipe(v.string(), v.regex(/^\d+$/)), AmountSchema),
				}),
			),
		});
	const schema = v.pipe(
		v.variant('scope', [
			fileOf('shareable', SourceCodeSchema, { course_code: CourseCodeSchema }),
			fileOf('personal', v.null(), {
				host: TextSchema,
				platform: TextSchema,
				course_key: TextSchema,
				course: v.nullable(TextSchema),
			}),
		]),
		v.title('A week of Sobrio'),
		v.description(
			'One row per day, course and activity kind. Bytes are counted by the browser or estimated; measured_share is the measured part. CO2e is a range, computed from the rows on the day of the export.',
		),
	);
	return { schema, definitions };
}

/** Figures without which a row cannot be added up, by their names. */
export const NEEDED_FIGURES: readonly string[] = [
	'visits',
	'received',
	'unknown_requests',
	'active',
	'video',
	'co2e_g_low',
	'co2e_g_central',
	'co2e_g_high',
];

/** A figure of a row that is read; null where it is unknown or absent. */
function readFigure(unit: FigureUnit, name: string): v.GenericSchema<unknown, number | null> {
	const figure = v.pipe(
		StoredAmountSchema,
		v.check((value) => (unit === 'share' ? value <= 1 : unit !== 'count' || Number.isInteger(value))),
	);
	return NEEDED_FIGURES.includes(name) ? figure : v.nullish(figure, null);
}

const ReadBytesSchema = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Bytes of one kind. Requests are counted in the row's own figures. */
const ReadKindSchema = v.pipe(
	v.object({ measured_bytes: ReadBytesSchema, estimated_bytes: ReadBytesSchema }),
	v.transform((kind) => ({
		measuredBytes: kind.measured_bytes,
		estimatedBytes: kind.estimated_bytes,
		unknownCount: 0,
		requestCount: 0,
	})),
);

/** No export is older than that: an earlier day is a damaged one. */
const FIRST_SHARED_DAY = '2000-01-01';

/** One row of a shareable export that was read back; `units` are those of the figures by column name. */
export const sharedRowSchema = (units: Units) =>
	v.object({
		day: v.pipe(
			DaySchema,
			v.check((day) => day >= FIRST_SHARED_DAY),
		),
		/** Random code of the course, known to one install alone. */
		courseCode: CourseCodeSchema,
		activity: v.picklist(ACTIVITIES),
		/** By the column's name without its unit, in the column's unit; null for what is unknown. */
		figures: v.object(mapUnits(units, readFigure)),
		/** Bytes by kind; null where the file does not contain them, as a CSV. */
		traffic: v.nullable(
			v.pipe(
				v.object(optionalEntries(KINDS, ReadKindSchema)),
				v.transform((received) => ({ received, sentBytes: null, sparedBytes: 0 })),
			),
		),
	});

/** Whether a value is the code of an install. */
export const isSource = (value: unknown): value is string => v.is(SourceCodeSchema, value);

/** The parts of a weekly file to share around its rows, with the total that the rows must add up to. */
export const parseSharedFile = parserOf(
	v.object({
		version: v.literal(WEEK_VERSION),
		scope: v.literal('shareable'),
		source: SourceCodeSchema,
		week: WeekSchema,
		exported_on: DaySchema,
		rows: v.array(v.unknown()),
		total: v.object({ visits: v.number(), received_bytes: v.number() }),
	}),
	null,
);
