import type { MediaTotals } from '@/utils/core/schema/media-fields';

type CallFields = 'classMs' | 'cameraSentMs' | 'cameraReceivedMs' | 'screenShareMs' | 'soundOnlyMs';

/** The lines of a page world's tally that time a video class: `call:cameraSentMs,12000,0,0,0`. */
const LINE = /^call:(classMs|cameraSentMs|cameraReceivedMs|screenShareMs|soundOnlyMs),(\d{1,12}),/;

const NO_CALL: Readonly<Record<CallFields, number>> = {
	classMs: 0,
	cameraSentMs: 0,
	cameraReceivedMs: 0,
	screenShareMs: 0,
	soundOnlyMs: 0,
};

/** Times of video classes that a frame's page world tells of. A stranger's word: lines of another shape are dropped. */
export function parseCall(report: string): Pick<MediaTotals, CallFields> {
	const call = { ...NO_CALL };
	for (const line of report.split('\n')) {
		const [, field, ms] = LINE.exec(line) ?? [];
		if (field !== undefined) call[field as CallFields] = Number(ms);
	}
	return call;
}
