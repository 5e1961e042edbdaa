import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { MAX_COUNTER_LINES } from '@/utils/core/schema/names';

const FIELDS = ['classMs', 'cameraSentMs', 'cameraReceivedMs', 'screenShareMs', 'soundOnlyMs'] as const;

type CallTimes = Pick<MediaTotals, (typeof FIELDS)[number]>;

/** A counter of the page world that times a video class: `call:cameraSentMs,12000,0,0,0`. */
const LINE = new RegExp(`^call:(${FIELDS.join('|')}),(\\d{1,12}),`);

const NO_CALL = Object.fromEntries(FIELDS.map((field) => [field, 0])) as CallTimes;

/** Times of video classes in a frame's counters. The page may have forged them: lines of another shape or beyond the limit are dropped. */
export function parseCall(counters: string): CallTimes {
	const times = counters.split('\n', MAX_COUNTER_LINES).map((line) => LINE.exec(line) ?? []);
	const known = times.filter(([, field]) => field !== undefined);
	return { ...NO_CALL, ...Object.fromEntries(known.map(([, field, ms]) => [field, Number(ms)])) };
}
