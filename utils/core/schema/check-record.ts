import type { DayRecord } from '@/utils/core/export/backup';
import { isDay } from '@/utils/core/units/day';
import { KINDS } from '@/utils/core/visit/kind';
import { NO_MEDIA } from '@/utils/core/visit/media';
import { ACTIVITIES, type Course } from '@/utils/core/visit/visit';
import { WASTE_FIELDS } from '@/utils/core/visit/waste';

type Check = (value: unknown) => boolean;

/** More than any day, year or life holds, and far from where sums lose their units. */
const MAX_AMOUNT = 2 ** 50;
/** What binary fractions leave when a part is taken out of a sum. */
const DUST = 1e-6;
const MAX_MEMBERS = 10_000;

const isAmount: Check = (value) => typeof value === 'number' && value >= -DUST && value <= MAX_AMOUNT;
const isText =
	(pattern: RegExp): Check =>
	(value) =>
		typeof value === 'string' && pattern.test(value);
const isKnownDay: Check = (value) => typeof value === 'string' && isDay(value);
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with these fields and no other; those of `optional` may be absent. */
function exactly(fields: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
	const known = { ...fields, ...optional };
	return (value) =>
		isObject(value) &&
		Object.keys(fields).every((name) => Object.hasOwn(value, name)) &&
		Object.entries(value).every(([name, member]) => Object.hasOwn(known, name) && known[name]?.(member));
}

/** An object whose keys and members are all of one sort. */
function mapOf(isKey: (key: string) => boolean, isMember: Check): Check {
	return (value) => isObject(value) && Object.entries(value).every(([key, member]) => isKey(key) && isMember(member));
}

function listOf(isMember: Check): Check {
	return (value) => Array.isArray(value) && value.length <= MAX_MEMBERS && value.every(isMember);
}

/** What a media figure may be, by what it is where nothing was played: so a new figure needs no line here. */
function likeNothing(nothing: unknown): Check {
	if (isObject(nothing)) return mapOf((key) => /^[\w.-]{1,40}$/.test(key) && key !== '__proto__', isAmount);
	return nothing === null ? orNull(isAmount) : isAmount;
}

const PLACE = {
	host: isText(/^[a-z0-9.-]{1,253}$/),
	platform: isText(/^[a-z0-9][a-z0-9-]{0,39}$/),
	courseKey: isText(/^[^\p{Cc}]{0,200}$/u),
};

const TOTALS = {
	...PLACE,
	day: isKnownDay,
	activity: (value: unknown) => (ACTIVITIES as readonly unknown[]).includes(value),
	activeMs: isAmount,
	traffic: exactly({
		received: mapOf(
			(key) => (KINDS as readonly string[]).includes(key),
			exactly({ measuredBytes: isAmount, estimatedBytes: isAmount, unknownCount: isAmount, requestCount: isAmount }),
		),
		sentBytes: orNull(isAmount),
		sparedBytes: isAmount,
	}),
	media: exactly(Object.fromEntries(Object.entries(NO_MEDIA).map(([name, value]) => [name, likeNothing(value)]))),
};

const WASTE = { waste: mapOf((key) => (WASTE_FIELDS as readonly string[]).includes(key), isAmount) };

const isVisit = exactly({ ...TOTALS, id: isText(/^[\w-]{1,64}$/), startedAtMs: isAmount }, WASTE);
const isTotal = exactly(
	{ ...TOTALS, visitCount: (value) => Number.isInteger(value) && Number(value) > 0 && isAmount(value) },
	WASTE,
);
const isCourseRecord = exactly({ ...PLACE, label: isText(/^[^\p{Cc}]{0,300}$/u), lastDay: isKnownDay });
const isDayRecord = exactly({ day: isKnownDay, totals: listOf(isTotal), visits: listOf(isVisit) });

/** Whether a value of a file is a course as the store keeps it. */
export function isCourse(value: unknown): value is Course {
	return isCourseRecord(value);
}

/** Whether a value of a file is a day as the store keeps it, each visit within a total of that day. */
export function isDayOfHistory(value: unknown): value is DayRecord {
	if (!isDayRecord(value)) return false;
	const { day, totals, visits } = value as DayRecord;
	if (totals.length === 0 || [...totals, ...visits].some((each) => each.day !== day)) return false;
	const left = new Map(totals.map((total) => [contextKey(total), total.visitCount]));
	if (left.size < totals.length || new Set(visits.map(({ id }) => id)).size < visits.length) return false;
	return visits.every((visit) => {
		const count = left.get(contextKey(visit)) ?? 0;
		left.set(contextKey(visit), count - 1);
		return count > 0;
	});
}

/** One key for the place of a total or visit within its day. */
export function contextKey(place: {
	readonly host: string;
	readonly courseKey: string;
	readonly activity: string;
}): string {
	return `${place.host} ${place.activity} ${place.courseKey}`;
}
