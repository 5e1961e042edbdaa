// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { parseAuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import { readAudit } from '@/utils/page/audit/read-audit';
import { FRAME_MARK } from '@/utils/page/observe/frame-mark';

const mark = { isAlive: true, frameId: 'frame0000000000a', sinceMs: 0 };
const PHOTO = 'https://moodle.example/pluginfile.php/12/photo.jpg?token=secret42';
const VIDEO = 'https://moodle.example/video.mp4?user=jeanne';

const timing = (name: string, changes: object = {}) => ({
	name,
	startTime: 5,
	decodedBodySize: 0,
	initiatorType: 'img',
	...changes,
});

/** Sets properties that happy-dom computes otherwise. */
function define<Target extends object>(target: Target, properties: Readonly<Record<string, unknown>>): Target {
	for (const [name, value] of Object.entries(properties))
		Object.defineProperty(target, name, { value, configurable: true });
	return target;
}

function add(html: string): HTMLElement {
	document.body.insertAdjacentHTML('beforeend', html);
	return document.body.lastElementChild as HTMLElement;
}

beforeEach(() => {
	(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
		'https://moodle.example/mod/page/view.php?id=5',
	);
	Object.assign(globalThis, { [FRAME_MARK]: mark });
	document.head.innerHTML = '<title>Lifting loads – jeanne.martin@school.example</title>';
	document.body.innerHTML = '';
	document.body.className = '';
	vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) =>
		type === 'resource'
			? ([
					timing(PHOTO, { decodedBodySize: 299_000, contentType: 'image/jpeg' }),
					timing('data:image/png;base64,AAAA'),
					timing('blob:https://moodle.example/1'),
				] as never)
			: ([timing(location.href, { contentType: 'text/html' })] as never),
	);
});

afterEach(() => void vi.restoreAllMocks());

/** What the background accepts of the inspection. */
const inspect = () => parseAuditInspection(readAudit());

describe('an inspection for an audit', () => {
	it('is null in a document that is not observed', () => {
		Object.assign(globalThis, { [FRAME_MARK]: { ...mark, isAlive: false } });
		expect(readAudit()).toBeNull();
	});

	it('names the files by host and path, with the key of the whole address', () => {
		expect(inspect()?.files).toEqual([
			expect.objectContaining({ key: addressKey(location.href), path: '/mod/page/view.php', mimeType: 'text/html' }),
			{
				key: addressKey(PHOTO),
				host: 'moodle.example',
				path: '/pluginfile.php/12/photo.jpg',
				mimeType: 'image/jpeg',
				contentCoding: null,
				decodedBytes: 299_000,
			},
		]);
	});

	it('has the title without a name, and tells a page that is open for editing', () => {
		expect(inspect()).toMatchObject({ title: 'Lifting loads', isEditing: false });
		document.body.className = 'path-mod editing';
		expect(inspect()?.isEditing).toBe(true);
	});

	it('has each image in its largest display', () => {
		for (const clientWidth of [200, 400]) {
			const image = add('<img loading="lazy">');
			define(image, {
				currentSrc: PHOTO,
				naturalWidth: 4_000,
				naturalHeight: 3_000,
				clientWidth,
				clientHeight: clientWidth * 0.75,
			});
		}
		define(add('<img srcset="a 1x">'), { currentSrc: 'data:,', naturalWidth: 9, naturalHeight: 9 });
		expect(inspect()?.images).toEqual([
			expect.objectContaining({
				path: '/pluginfile.php/12/photo.jpg',
				naturalWidthPx: 4_000,
				isLazy: true,
				hasChoice: false,
			}),
		]);
		expect(inspect()?.images[0]?.shownWidthPx).toBe(400 * devicePixelRatio);
	});

	it('has what a video is, how it is offered and what was played', () => {
		const video = add(
			'<video preload="metadata" autoplay loop><source size="720"><source size="480"></video>',
		) as HTMLVideoElement;
		const ranges = { length: 1, start: () => 0, end: () => 20 };
		define(video, {
			...{ currentSrc: VIDEO, duration: 60, played: ranges, buffered: { ...ranges, end: () => 30 } },
			...{
				videoWidth: 1_920,
				videoHeight: 1_080,
				muted: true,
				textTracks: [{ kind: 'chapters' }, { kind: 'captions' }],
			},
			...{ webkitVideoDecodedByteCount: 9_000_000, webkitAudioDecodedByteCount: 1_000_000 },
		});
		expect(inspect()?.media).toEqual([
			expect.objectContaining({
				file: { host: 'moodle.example', path: '/video.mp4' },
				...{ decodedWidthPx: 1_920, decodedHeightPx: 1_080, durationMs: 60_000, bitsPerSecond: 4_000_000 },
				...{ offeredLines: [480, 720], captionTrackCount: 1, preload: 'metadata', hasAutoplay: true, isMuted: true },
				...{ isLooping: true, isPlayed: true, playedMs: 20_000, loadedShare: 0.5, isSound: false },
			}),
		]);
	});

	it('has the frames of other sites', () => {
		add('<iframe src="https://www.youtube.com/embed/abc?user=jeanne"></iframe>');
		add('<iframe src="https://moodle.example/h5p/embed.php"></iframe>');
		expect(inspect()?.embeds).toEqual([
			{ host: 'www.youtube.com', player: 'youtube', isContent: false, frameCount: 1, isPlayed: null },
		]);
		expect(JSON.stringify(readAudit())).not.toMatch(/jeanne|secret42/);
	});

	it('leaves out frames that wait until they come into view', () => {
		const put = (id: string, contentDocument: object | null) =>
			define(add(`<iframe loading="lazy" src="https://www.youtube.com/embed/${id}"></iframe>`), {
				loading: 'lazy',
				contentDocument,
			});
		put('shown', null);
		for (let index = 0; index < 11; index++) put(`below${index}`, document);
		expect(inspect()?.embeds).toMatchObject([{ host: 'www.youtube.com', frameCount: 1 }]);
	});

	it('has the number of players of one host, without other frames of it', () => {
		for (const path of ['embed/abc', 'live_chat?v=abc', 'embed/def'])
			add(`<iframe src="https://www.youtube.com/${path}"></iframe>`);
		for (const path of ['one', 'two']) add(`<iframe src="https://ads.example/${path}"></iframe>`);
		expect(inspect()?.embeds).toEqual([
			{ host: 'www.youtube.com', player: 'youtube', isContent: false, frameCount: 2, isPlayed: null },
			{ host: 'ads.example', player: null, isContent: false, frameCount: 2, isPlayed: null },
		]);
	});
});
