import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Activity } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { daysOfWeek, shiftWeek } from '@/utils/core/units/day';

const MB = 1_000_000;
const MINUTE_MS = 60_000;
const WEEKS = 8;

/** A course of the sample: the figures of a day, and the weekdays on which it is studied (0 is Monday). */
interface SampleCourse {
	readonly course: Omit<Course, 'lastDay'>;
	readonly weekdays: readonly number[];
	readonly activity: Activity;
	readonly videoMb: number;
	readonly minutes: number;
	readonly heights: Readonly<Record<string, number>>;
}

const COURSES: readonly SampleCourse[] = [
	{
		course: { host: 'moodle.cfa.example', platform: 'moodle', courseKey: '12', label: 'Prévention des risques' },
		weekdays: [0, 2, 3],
		activity: 'video',
		videoMb: 310,
		minutes: 48,
		heights: { 1080: 22, 720: 8 },
	},
	{
		course: { host: 'moodle.cfa.example', platform: 'moodle', courseKey: '31', label: 'Gestes et postures' },
		weekdays: [1, 3],
		activity: 'scorm',
		videoMb: 42,
		minutes: 35,
		heights: { 480: 12 },
	},
	{
		course: { host: 'www.coursera.org', platform: 'coursera', courseKey: 'python', label: 'Python for Everybody' },
		weekdays: [4, 5],
		activity: 'quiz',
		videoMb: 0,
		minutes: 26,
		heights: {},
	},
];

function part(measuredBytes: number, estimatedBytes = 0, unknownCount = 0): KindTraffic {
	return { measuredBytes, estimatedBytes, unknownCount, requestCount: 12 };
}

function trafficOf(videoMb: number): Traffic {
	return {
		received: {
			...(videoMb > 0 && { video: part(videoMb * 0.92 * MB, videoMb * 0.08 * MB) }),
			image: part(9.4 * MB),
			script: part(3.1 * MB),
			style: part(0.6 * MB),
			document: part(1.2 * MB, 0, 1),
		},
		sentBytes: 180_000,
		sparedBytes: 6 * MB,
	};
}

function mediaOf({ heights }: SampleCourse): MediaTotals {
	const videoMsByHeight = Object.fromEntries(
		Object.entries(heights).map(([height, minutes]) => [height, minutes * MINUTE_MS]),
	);
	const videoMs = Object.values(videoMsByHeight).reduce((sum, ms) => sum + ms, 0);
	return {
		...NO_MEDIA,
		videoMs,
		detailedMs: videoMs,
		hiddenMs: videoMs / 10,
		oversizedMs: videoMs / 2,
		singleQualityMs: videoMs,
		videoMsByHeight,
	};
}

/** Some weeks of a learner up to a day, in the shape of the store: three courses, nothing random. */
export function sampleHistory(week: string, today: string): { days: DayTotal[]; courses: Course[] } {
	const weeks = Array.from({ length: WEEKS }, (_, index) => shiftWeek(week, -index));
	const days = weeks.flatMap((each, index) =>
		COURSES.flatMap((sample) =>
			sample.weekdays.map((weekday): DayTotal => {
				const { label: _, ...place } = sample.course;
				return {
					...place,
					day: daysOfWeek(each)[weekday] as string,
					activity: sample.activity,
					visitCount: 3 + weekday,
					activeMs: sample.minutes * MINUTE_MS,
					traffic: trafficOf(sample.videoMb * (1 + ((index + weekday) % 3) / 4)),
					media: mediaOf(sample),
				};
			}),
		),
	);
	return {
		days: days.filter(({ day }) => day <= today),
		courses: COURSES.map(({ course }) => ({ ...course, lastDay: today })),
	};
}

/** What an assistant beside these courses answered on the same day; its answers of one family are unread. */
export function sampleAssistants(today: string): DayTotal[] {
	return [
		{
			host: 'chatgpt.com',
			platform: 'site',
			courseKey: '',
			day: today,
			activity: 'page',
			visitCount: 3,
			activeMs: 8 * MINUTE_MS,
			traffic: trafficOf(0),
			media: NO_MEDIA,
			assistants: {
				gpt: { promptCount: 14, readCount: 12, unreadCount: 2, characters: 21_400, answerMs: 96_000 },
				'mistral-open': { promptCount: 5, readCount: 5, characters: 6_200, answerMs: 21_000 },
				unknown: { promptCount: 3, unreadCount: 3 },
			},
		},
	];
}
