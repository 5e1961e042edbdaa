import { setTimeout as sleep } from 'node:timers/promises';
import { htmlAnswer, NO_STORE, videoAnswer } from '@/tests/bench/accuracy/answers';
import type { BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { switchSober } from '@/tests/e2e/rig/sober-switch';
import { playVideo } from '@/tests/e2e/rig/study-lesson';

/** As for the other videos: five times what the sharpest resolution needs. */
const BYTES_PER_SECOND = 3_000_000;
const SHOWN_MS = 3_000;
const WAITED_MS = 4_000;
const LOADED_TIMEOUT_MS = 30_000;

/** A step of a learner on the page of the video. */
type Step = (stage: Stage) => Promise<void>;

const open: Step = ({ page, at }) => page.goto(at('banc', 'page'));

/** Opens the page, and plays its video up to this second after a while. */
function play(seconds: number, afterMs = 0): Step {
	return async (stage) => {
		await open(stage);
		await sleep(afterMs);
		await playVideo(stage.page, seconds);
	};
}

/** The first visit: on the same line, and it ends on another page of the course. */
function visit(step: Step): Step {
	return async (stage) => {
		stage.site.setSpeed(BYTES_PER_SECOND);
		await step(stage);
		await stage.page.goto(stage.at('banc', 'other'));
	};
}

/** Lets the whole video come, as a learner does who plays it to its end. */
const loadWhole: Step = async (stage) => {
	await open(stage);
	await stage.page.waitFor(() => {
		const video = document.querySelector('video');
		const end = video?.buffered.length ? video.buffered.end(video.buffered.length - 1) : 0;
		return video !== null && end >= video.duration - 0.1;
	}, LOADED_TIMEOUT_MS);
};

/** A lesson with one video file of the platform's own host, as Moodle serves it: kept for an hour by the browser, in parts. */
function video(
	name: string,
	source: string,
	steps: Pick<BenchCase, 'prepare' | 'run'>,
	preload = 'metadata',
): BenchCase {
	return {
		name,
		limit: 'broken',
		bytesPerSecond: BYTES_PER_SECOND,
		answer(asked) {
			if (asked.path === 'other') return htmlAnswer(asked, '<h1>Forum</h1>');
			if (asked.path !== 'page') return videoAnswer(asked, asked.path);
			const size = 'width="640" height="360"';
			return htmlAnswer(
				asked,
				`<video controls muted playsinline ${size} preload="${preload}" src="${source}"></video>`,
			);
		},
		...steps,
	};
}

const show: Step = async (stage) => {
	await open(stage);
	await sleep(SHOWN_MS);
};

const switchOn: Step = async (stage) => {
	await stage.page.goto(stage.at('banc', 'other'));
	await switchSober(stage.driver, stage.page);
};
/** Sober mode stops a video that would play by itself; then it is switched off for the cases that follow. */
const showHeld: Step = async (stage) => {
	await show(stage);
	// Not over the video, which would start to play for as long as the switch takes.
	await stage.page.goto(stage.at('banc', 'other'));
	await switchSober(stage.driver, stage.page);
};

const reloaded = video('mp4-reloaded-no-store', '1080.mp4', { prepare: visit(play(6)), run: play(6) });

export const CACHED_VIDEOS: readonly BenchCase[] = [
	// The browser breaks the response off once it has enough to show.
	{ ...video('mp4-shown-480', '480.mp4', { run: show }), limit: 'broken' },
	{ ...video('mp4-shown-1080', '1080.mp4', { run: show }), limit: 'broken' },
	video('mp4-cached-again', '1080.mp4', { prepare: visit(play(6)), run: play(6) }),
	video('mp4-cached-longer', '1080.mp4', { prepare: visit(play(1)), run: play(10) }),
	{
		...video('mp4-held-by-sober-mode', '1080.mp4', { prepare: switchOn, run: showHeld }, 'auto" autoplay="'),
		limit: 'broken',
	},
	video('mp4-read-then-played', '1080.mp4', { run: play(6, WAITED_MS) }),
	{
		...video('mp4-whole-cached', '240.mp4', { prepare: visit(loadWhole), run: play(4) }, 'auto'),
		limit: 'exact',
	},
	{
		...reloaded,
		async answer(asked) {
			const answered = await reloaded.answer(asked);
			return answered && { ...answered, headers: { ...answered.headers, ...NO_STORE } };
		},
	},
];
