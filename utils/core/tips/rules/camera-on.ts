import { IMPACT_CO2 } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { assumedBytesPerHour, SD_LINES, SOUND_BYTES_PER_HOUR } from '@/utils/core/tips/video';

/** To say hello with a picture is no waste. */
const MIN_SENT_MS = 300_000;
/** Share of the class below which the camera is taken to be off by now. */
const MOST_RATIO = 0.5;

/** A camera that is sent through most of a video class: sound alone would do for who listens. At stake is the next hour. */
export const cameraOn = {
	id: 'camera-on',
	references: [IMPACT_CO2],
	judge({ visit: { media } }) {
		const { classMs, cameraSentMs } = media;
		if (cameraSentMs < MIN_SENT_MS || cameraSentMs < MOST_RATIO * classMs) return null;
		return saving(assumedBytesPerHour(SD_LINES) - SOUND_BYTES_PER_HOUR, 'hour', { cameraSentMs });
	},
} as const satisfies Rule<'cameraSentMs'>;
