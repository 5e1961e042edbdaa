import type { Profile } from '@/utils/carbon/profile';
import { sumTraffic } from '@/utils/measure/traffic';
import type { Course, DayTotal } from '@/utils/measure/visit';
import { type Figures, figuresOf } from '@/utils/stats/figures';
import { courseId, groupBy } from '@/utils/stats/grouping';
import { daysOfWeek } from '@/utils/units/day';
import { type Cell, type CsvDialect, writeCsv } from './csv';

const MEGABYTE = 1_000_000;
const MINUTE_MS = 60_000;

/** Six decimals of a megabyte keep the single byte. */
const BYTE_DECIMALS = 6;
/** Three decimals of a minute keep a tenth of a second. */
const MINUTE_DECIMALS = 3;
const SHARE_DECIMALS = 4;
const GRAM_DECIMALS = 3;

const megabytes = (bytes: number): Cell => ({ value: bytes / MEGABYTE, decimals: BYTE_DECIMALS });
const minutes = (ms: number): Cell => ({ value: ms / MINUTE_MS, decimals: MINUTE_DECIMALS });
const grams = (value: number): Cell => ({ value, decimals: GRAM_DECIMALS });
const count = (value: number): Cell => ({ value, decimals: 0 });

/** The figures' columns in their order: each name says its unit. MB is 1,000,000 bytes. */
const COLUMNS: Readonly<Record<string, (figures: Figures) => Cell>> = {
	visits: ({ visitCount }) => count(visitCount),
	received_MB: ({ traffic }) => megabytes(sumTraffic(traffic).receivedBytes),
	// Measured bytes / received bytes, 0 to 1; empty when nothing was received.
	measured_share: ({ traffic }) => {
		const { measuredShare } = sumTraffic(traffic);
		return measuredShare === null ? null : { value: measuredShare, decimals: SHARE_DECIMALS };
	},
	unknown_requests: ({ traffic }) => count(sumTraffic(traffic).unknownCount),
	// Empty where the browser does not count what is sent.
	sent_MB: ({ traffic }) => (traffic.sentBytes === null ? null : megabytes(traffic.sentBytes)),
	spared_by_cache_MB: ({ traffic }) => megabytes(traffic.sparedBytes),
	active_min: ({ activeMs }) => minutes(activeMs),
	video_min: ({ media }) => minutes(media.videoMs),
	hidden_video_min: ({ media }) => minutes(media.hiddenMs),
	oversized_video_min: ({ media }) => minutes(media.oversizedMs),
	audio_min: ({ media }) => minutes(media.audioMs),
	co2e_g_low: ({ estimate }) => grams(estimate.co2eGrams.low),
	co2e_g_central: ({ estimate }) => grams(estimate.co2eGrams.central),
	co2e_g_high: ({ estimate }) => grams(estimate.co2eGrams.high),
};

const HEADER: readonly Cell[] = ['day', 'host', 'platform', 'course_key', 'course', ...Object.keys(COLUMNS)];

/**
 * The week as CSV (RFC 4180, UTF-8 with byte order mark): one row per day and course, by day then by course, the
 * activities of a course merged. Days outside the week are left out. Throws a RangeError for what is no week.
 */
export function weekCsv(
	week: string,
	days: readonly DayTotal[],
	courses: readonly Course[],
	profile: Profile,
	dialect: CsvDialect,
): string {
	const weekDays = daysOfWeek(week);
	const known = new Map(courses.map((course) => [courseId(course), course]));
	const rowKey = (total: DayTotal) => `${total.day} ${courseId(total)}`;
	const groups = groupBy(
		days.filter(({ day }) => weekDays.includes(day)),
		rowKey,
	);
	const rows = [...groups.keys()].sort().map((key): readonly Cell[] => {
		const group = groups.get(key) as DayTotal[];
		const { day, host, platform, courseKey } = group.at(-1) as DayTotal;
		const course = known.get(courseId({ host, courseKey }));
		const figures = figuresOf(group, profile);
		const values = Object.values(COLUMNS).map((cellOf) => cellOf(figures));
		return [day, host, course?.platform ?? platform, courseKey, course?.label || null, ...values];
	});
	return writeCsv([HEADER, ...rows], dialect);
}

/** The name of the file that holds a week, `sobrio-2026-W48.csv`. */
export function weekFileName(week: string): string {
	return `sobrio-${week}.csv`;
}
