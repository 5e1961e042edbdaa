import { IMPACT_CO2, type Rule, saving } from '@/utils/core/tips/rule';
import {
	assumedBytesPerHour,
	SD_LINES,
	SOUND_BYTES_PER_HOUR,
	videoBytesPerHour,
	visitLines,
} from '@/utils/core/tips/video';

/** Greeting the class with the camera on is no waste. */
const MIN_SENT_MS = 300_000;
/** Below this share of the class, the camera is assumed to be off by now. */
const MIN_SENT_RATIO = 0.5;

/** A camera that is on during most of a video class: a listener needs sound alone. The stake is the next hour. */
export const cameraOn = {
	id: 'camera-on',
	references: [IMPACT_CO2],
	judge({ visit: { media } }) {
		const { classMs, cameraSentMs } = media;
		if (cameraSentMs < MIN_SENT_MS || cameraSentMs < MIN_SENT_RATIO * classMs) return null;
		return saving(assumedBytesPerHour(SD_LINES) - SOUND_BYTES_PER_HOUR, 'hour', { cameraSentMs });
	},
} as const satisfies Rule<'cameraSentMs'>;

/** Bytes of video per hour from which the network matters: a little more than sound alone. */
const MIN_BYTES_PER_HOUR = 200_000_000;

/** Video to play before its bytes per hour are meaningful. */
const MIN_WATCHED_MS = 60_000;

/** A video over the mobile network, whose gigabyte emits more than one over a fixed network. */
export const mobileNetwork = {
	id: 'mobile-network',
	references: [IMPACT_CO2],
	judge({ visit, profile }) {
		const lines = visitLines(visit);
		if (profile.network !== 'mobile' || visit.media.videoMs < MIN_WATCHED_MS || lines === null) return null;
		const stakeBytes = videoBytesPerHour(visit, lines);
		return stakeBytes > MIN_BYTES_PER_HOUR ? { stakeBytes, per: 'hour', saving: 'network', params: {} } : null;
	},
} as const satisfies Rule<never>;

/** Mean life of a laptop in years: ADEME, `ADEME_DEVICES`. An older device needs no tip. */
const MEAN_LIFE_YEARS = 5;
/** A light page that is soon read needs no tip. */
const MIN_ACTIVE_MS = 600_000;

/** A device younger than the mean life, as the learner entered it: making it emits more than its electricity. */
export const deviceAge = {
	id: 'device-age',
	references: [IMPACT_CO2],
	judge({ visit, profile }) {
		const { deviceAgeYears } = profile;
		if (deviceAgeYears === null || deviceAgeYears >= MEAN_LIFE_YEARS || visit.activeMs < MIN_ACTIVE_MS) return null;
		return { stakeBytes: 0, per: 'hour', saving: 'device', params: {} };
	},
} as const satisfies Rule<never>;
