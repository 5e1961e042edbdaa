import { describe, expect, it, test } from 'vitest';
import { AUDIT } from '@/tests/core/schema/audit/audit-sample';
import { findingsOf } from '@/utils/core/audit/report';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { file, load, page, shown, unsized, video, YOUTUBE } from './pages';

const MB = 1_000_000;
const findings = (first: AuditLoad) => findingsOf(page(first), AUDIT);
const rules = (first: AuditLoad) => findings(first).map(({ rule }) => rule);

const PHOTO = file('photo.webp', 400_000, { mimeType: 'image/webp' });
const MOVIE = file('video.mp4', 20 * MB, { kind: 'video' });
const LARGE = { decodedWidthPx: 1920, decodedHeightPx: 1080, shownWidthPx: 640, shownHeightPx: 360 };

/** A page of Moodle with a video, images, a document and texts, and nothing against it. */
const CLEAN = load(
	[
		PHOTO,
		file('video-480.mp4', 7 * MB, { kind: 'video' }),
		file('guide.pdf', 2 * MB, { kind: 'file', mimeType: 'application/pdf', caching: null }),
		file('notes.txt', 40_000, { kind: 'data', mimeType: 'text/plain', contentCoding: 'gzip' }),
		file('logo.svg', 30_000, { mimeType: 'image/svg+xml', contentCoding: 'br' }),
	],
	{
		images: [shown(PHOTO, [800, 600], [800, 600])],
		media: [video({}, file('video-480.mp4', 7 * MB, { kind: 'video' })), video({ ...LARGE, isAdaptive: true })],
		embeds: [
			{ ...YOUTUBE, isPlayed: true },
			{ host: 'tools.example', player: null, isContent: false, frameCount: 1, isPlayed: false },
		],
	},
);

it('a clean page has no finding', () => {
	expect(findings(CLEAN)).toEqual([]);
});

describe('a video', () => {
	test('larger than shown: what the fitting quality saves, by its bytes', () => {
		const [found] = findings(load([MOVIE], { media: [video({ ...LARGE, offeredLines: [1080, 480] }, MOVIE)] }));
		// 480 lines fill a frame of 640 x 360; ADEME: 0.7 of 3 GB an hour at least, (480 / 1080)² of the pixels at most.
		expect(found).toMatchObject({
			rule: 'video-size',
			tool: 'moodle',
			per: 'watching',
			file: { path: MOVIE.path },
			params: { servedLines: 1080, shownLines: 360, fittingLines: 480, hourBytes: (4_000_000 * 3600) / 8 },
		});
		expect(found?.stake?.lowBytes).toBeCloseTo(20 * MB * (1 - 0.7 / 3));
		expect(found?.stake?.highBytes).toBeCloseTo(20 * MB * (1 - (480 / 1080) ** 2));
		expect(found?.references).toEqual([
			{
				label: 'RGESN 5.3',
				url: 'https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/critere/5.3/',
			},
		]);
	});

	test('of unknown bytes has an unknown stake, never 0', () => {
		const media = video({ ...LARGE, bitsPerSecond: null, isAdaptive: null });
		expect(findings(load([], { media: [media] }))).toMatchObject([
			{ rule: 'video-size', file: null, part: 'video 1', stake: { lowBytes: 0, highBytes: null } },
		]);
	});

	test('in one quality above 720p: what 1.5 Mbit/s would leave, for those who can do with it', () => {
		const media = video({ ...LARGE, shownWidthPx: 1920, shownHeightPx: 1080, isAdaptive: false }, MOVIE);
		expect(findings(load([MOVIE], { media: [media] }))).toMatchObject([
			{
				rule: 'one-quality',
				stake: { lowBytes: 0, highBytes: (2_500_000 * 60) / 8 },
				params: { servedLines: 1080, missing: '720p, 480p' },
			},
		]);
	});

	test.each([
		['without text track', { captionTrackCount: 0 }, ['no-captions']],
		['whose player may hold its captions', { captionTrackCount: null }, []],
		['that only decorates', { captionTrackCount: 0, isMuted: true, isLooping: true, hasControls: false }, []],
		['that starts by itself', { hasAutoplay: true }, ['autoplay']],
		['that loads and is not played', { isPlayed: false }, ['preload']],
		['that is not to load before', { isPlayed: false, preload: 'none' as const }, []],
		['whose sizes are unknown', { decodedWidthPx: 0, decodedHeightPx: 0 }, []],
		['that is not shown', { ...LARGE, shownWidthPx: 0, shownHeightPx: 0, offeredLines: [1080, 480] }, []],
	])('%s', (_, more, expected) => {
		expect(rules(load([MOVIE], { media: [video(more, MOVIE)] }))).toEqual(expected);
	});

	test('that loaded an unknown amount is a finding only where the page asks to load it', () => {
		const hidden = unsized('video.mp4', { kind: 'video' });
		const of = (preload: 'auto' | 'metadata') =>
			load([hidden], { media: [video({ isPlayed: false, preload }, hidden)] });
		expect(findings(of('auto'))).toMatchObject([{ rule: 'preload', stake: { lowBytes: 0, highBytes: null } }]);
		expect(rules(of('metadata'))).toEqual([]);
	});

	test('of a video site is not in the author’s hands; that it loads before anyone plays it is', () => {
		const own = { embed: 0, host: 'www.youtube.com' };
		const embedded = load([file('player.js', 600_000, { ...own, kind: 'script', contentCoding: 'br' })], {
			embeds: [YOUTUBE],
			media: [video({ ...LARGE, isAdaptive: false, captionTrackCount: 0, isPlayed: false, embed: 0 })],
		});
		expect(findings(embedded)).toMatchObject([
			{
				rule: 'embed',
				part: 'www.youtube.com',
				stake: { lowBytes: 600_000, highBytes: 600_000 },
				params: { fileCount: 1 },
			},
		]);
		const partly = { ...embedded, files: [...embedded.files, unsized('frame.html', own)] };
		expect(findings(partly)).toMatchObject([{ rule: 'embed', stake: { lowBytes: 600_000, highBytes: null } }]);
	});
});

test('a player of which nobody can see whether it was played has an unknown stake', () => {
	const first = load([file('player.js', 600_000, { embed: 0, kind: 'script', contentCoding: 'br' })], {
		embeds: [{ ...YOUTUBE, isPlayed: null }],
	});
	expect(findings(first)).toMatchObject([{ rule: 'embed', stake: { lowBytes: 0, highBytes: null } }]);
});

test('what the cache answered is judged by its size', () => {
	const traffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 0, requestCount: 1 };
	const cached = file('photo.jpg', 0, { traffic, cachedCount: 1, savedBytes: MB, mimeType: 'image/jpeg' });
	expect(findings(load([cached]))).toMatchObject([{ rule: 'image-format', stake: { lowBytes: 0.25 * MB } }]);
});

describe('an image', () => {
	test('larger than shown: what the right size would weigh', () => {
		const first = load([PHOTO], { images: [shown(PHOTO, [1600, 1200], [800, 600])] });
		const [found] = findings(first);
		expect(found).toMatchObject({
			rule: 'image-size',
			params: { naturalWidth: 1600, naturalHeight: 1200, shownWidth: 800, shownHeight: 600, rightLowBytes: 100_000 },
		});
		expect(found?.stake?.lowBytes).toBeCloseTo(400_000 * (1 - 0.25 ** 0.6));
		expect(found?.stake?.highBytes).toBeCloseTo(300_000);
	});

	test.each([
		['a quarter larger each way', shown(PHOTO, [1000, 750], [800, 600]), []],
		['not shown', shown(PHOTO, [1600, 1200], [0, 0]), []],
		['with other sizes to choose from', { ...shown(PHOTO, [1600, 1200], [800, 600]), hasChoice: true }, []],
	])('%s', (_, image, expected) => {
		expect(rules(load([PHOTO], { images: [image] }))).toEqual(expected);
	});

	test('of unknown bytes has an unknown stake, and a tiny one none', () => {
		const hidden = unsized('photo.webp');
		const of = (width: number) => load([hidden], { images: [shown(hidden, [width, width], [width / 2, width / 2])] });
		expect(findings(of(1000))).toMatchObject([{ rule: 'image-size', stake: { lowBytes: 0, highBytes: null } }]);
		expect(rules(of(200))).toEqual([]);
	});

	test.each([
		['photo.jpg', 'image/jpeg', [0.25, 0.34], 'JPEG'],
		['photo.PNG', null, [0.26, 0.26], 'PNG'],
		['anim.gif', null, [0.19, 0.64], 'GIF'],
	])('%s in an older format: what WebP saves', (name, mimeType, [low = 0, high = 0], format) => {
		expect(findings(load([file(name, MB, { mimeType })]))).toMatchObject([
			{ rule: 'image-format', stake: { lowBytes: low * MB, highBytes: high * MB }, params: { format } },
		]);
	});

	test('in an older format among mostly newer ones is left alone, as the criterion does', () => {
		const modern = ['a', 'b', 'c'].map((name) => file(`${name}.avif`, MB));
		expect(rules(load([...modern, file('photo.jpg', MB)]))).toEqual([]);
	});
});

describe('other files', () => {
	test('a document above 5 MB', () => {
		const pdf = file('guide.pdf', 8 * MB, { kind: 'file', caching: null });
		expect(findings(load([pdf]))).toMatchObject([
			{ rule: 'heavy-document', stake: { lowBytes: 3 * MB, highBytes: 8 * MB } },
		]);
	});

	test('a PDF that the page shows, above 1 MB', () => {
		const pdf = file('guide.pdf', 3 * MB, { kind: 'document', mimeType: 'application/pdf' });
		expect(findings(load([pdf]))).toMatchObject([
			{ rule: 'heavy-document', stake: { lowBytes: 2 * MB, highBytes: 3 * MB }, params: { limitBytes: MB } },
		]);
		expect(rules(load([{ ...pdf, kind: 'file' }]))).toEqual([]);
	});

	test('fonts above 400 kB together', () => {
		const fonts = ['a', 'b', 'c'].map((name) => file(`${name}.woff2`, 200_000, { kind: 'font' }));
		expect(findings(load(fonts))).toMatchObject([
			{ rule: 'heavy-fonts', file: null, stake: { lowBytes: 200_000, highBytes: 600_000 }, params: { fileCount: 3 } },
		]);
		expect(rules(load(fonts.slice(0, 2)))).toEqual([]);
	});

	test.each([
		['text/csv', '', ['plain-text']],
		['text/csv', 'gzip', []],
		['text/csv', null, []],
		['text/event-stream', '', []],
		['application/zip', '', []],
	])('%s with coding %j', (mimeType, contentCoding, expected) => {
		const table = file('table', 100_000, { kind: 'data', mimeType, contentCoding });
		const found = findings(load([table]));
		expect(found.map(({ rule }) => rule)).toEqual(expected);
		if (found[0]) expect(found[0].stake).toEqual({ lowBytes: 65_000, highBytes: 88_000 });
	});

	test.each([
		['none', ['not-cacheable']],
		['brief', []],
		[null, []],
	] as const)('caching %j', (caching, expected) => {
		const found = findings(load([{ ...PHOTO, caching }]));
		expect(found.map(({ rule }) => rule)).toEqual(expected);
		if (found[0]) expect(found[0]).toMatchObject({ per: 'return', stake: { lowBytes: 400_000, highBytes: 400_000 } });
	});

	test.each([
		['/theme/styles.php/boost/1/all', 'moodle', []],
		['/pluginfile.php/1/core_h5p/libraries/3/lib.js', 'moodle', []],
		['/pluginfile.php/5/user/icon/boost/f1', 'moodle', []],
		['/pluginfile.php/9/mod_scorm/content/1/app.js', 'moodle', ['plain-text']],
		['/wp-includes/js/jquery.js', 'learndash', []],
		['/wp-content/plugins/sfwd-lms/app.js', 'learndash', []],
		['/wp-content/uploads/2026/data.js', 'learndash', ['plain-text']],
		['/anything/app.js', 'canvas', ['plain-text']],
	])('%s of %s: only what an author can change', (path, platform, expected) => {
		const script = file('x', 100_000, { path, kind: 'script', mimeType: 'text/javascript', contentCoding: '' });
		const found = findingsOf(page(load([script])), { ...AUDIT, platform });
		expect(found.map(({ rule }) => rule)).toEqual(expected);
	});

	test.each([
		['/pluginfile.php/9/mod_scorm/content/1/app.js', 'page', 'moodle', 'scorm'],
		['/pluginfile.php/9/core_h5p/content/1/app.js', 'page', 'moodle', 'h5p'],
		['/pluginfile.php/9/mod_page/content/app.js', 'h5p', 'moodle', 'h5p'],
		['/pluginfile.php/9/mod_page/content/app.js', 'page', 'totara', 'moodle'],
		['/wp-content/uploads/app.js', 'page', 'lifterlms', 'wordpress'],
		['/files/app.js', 'page', 'canvas', 'other'],
	] as const)('%s on a page of kind %s of %s was made with %s', (path, activity, platform, tool) => {
		const script = file('x', 100_000, { path, kind: 'script', mimeType: 'text/javascript', contentCoding: '' });
		const found = findingsOf(page(load([script]), { activity }), { ...AUDIT, platform });
		expect(found).toMatchObject([{ tool }]);
	});
});
