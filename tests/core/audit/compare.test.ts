import { describe, expect, it } from 'vitest';
import { compareAudits } from '@/utils/core/audit/compare';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { file, load, page, reportOf, shown, video } from './pages';

const MB = 1_000_000;
const TEXT = file('page.html', 100_000, { kind: 'document' });
const MOVIE = file('video.mp4', 2 * MB, { kind: 'video', wholeBytes: 90 * MB });
const SMALL = file('small.mp4', 3 * MB, { kind: 'video', wholeBytes: 30 * MB });
const GUIDE = file('guide.pdf', 8 * MB, { kind: 'file' });
const UNPLAYED = { isPlayed: false, playedMs: 0 };

/** One page before and after. */
function pairOf(before: AuditLoad, after: AuditLoad) {
	const { pairs, wonBytes } = compareAudits(reportOf([page(before)]), reportOf([page(after)]));
	const [pair] = pairs;
	const rules = (list: readonly { readonly rule: string }[] = []) => list.map(({ rule }) => rule);
	return { wonBytes, closed: rules(pair?.closed), unseen: rules(pair?.unseen) };
}

describe('bytes won', () => {
	it.each([
		[
			'a video that was watched before and not after is no gain',
			load([TEXT, MOVIE], { media: [video({}, MOVIE)] }),
			load([TEXT, file('video.mp4', 9_000, { kind: 'video' })], { media: [video(UNPLAYED, MOVIE)] }),
			0,
		],
		[
			'a video that was watched both times counts in full',
			load([TEXT, MOVIE], { media: [video({}, MOVIE)] }),
			load([TEXT, SMALL], { media: [video({}, SMALL)] }),
			60 * MB,
		],
		[
			'a video that nobody played counts by what it loaded',
			load([TEXT, MOVIE], { media: [video(UNPLAYED, MOVIE)] }),
			load([TEXT], { media: [video(UNPLAYED, MOVIE)] }),
			2 * MB,
		],
		[
			'what an autoplay loaded counts',
			load([TEXT, MOVIE], { media: [video({ hasAutoplay: true }, MOVIE)] }),
			load([TEXT], { media: [video(UNPLAYED, MOVIE)] }),
			2 * MB,
		],
		[
			'what plays in segments has no size to compare',
			load([TEXT], {
				media: [video()],
				rest: { video: { measuredBytes: MB, estimatedBytes: 0, unknownCount: 0, requestCount: 9 } },
			}),
			load([TEXT], { media: [video()] }),
			0,
		],
		[
			'a video that plays in segments since is no gain',
			load([TEXT, MOVIE], { media: [video({}, MOVIE)] }),
			load([TEXT], { media: [video()] }),
			0,
		],
		[
			'a video that played in segments before is no loss',
			load([TEXT], { media: [video()] }),
			load([TEXT, MOVIE], { media: [video({}, MOVIE)] }),
			0,
		],
		[
			'the second of two videos that was not played again is no gain',
			load([TEXT, MOVIE, SMALL], { media: [video({}, MOVIE), video({}, SMALL)] }),
			load([TEXT, MOVIE, file('small.mp4', 9_000, { kind: 'video' })], {
				media: [video({}, MOVIE), video(UNPLAYED, SMALL)],
			}),
			0,
		],
		[
			'a document that was opened beside another before, and not after, is no gain',
			load([TEXT, GUIDE, file('sheet.pdf', 5 * MB, { kind: 'file' })]),
			load([TEXT, GUIDE]),
			0,
		],
		['a document that was opened before and not after is no gain', load([TEXT, GUIDE]), load([TEXT]), 0],
		[
			'a document that was opened both times counts',
			load([TEXT, GUIDE]),
			load([TEXT, file('guide.pdf', MB, { kind: 'file' })]),
			7 * MB,
		],
		['a page that was open before the audit is unknown', load([TEXT]), load([], { isPartial: true }), null],
	])('%s', (_title, before, after, wonBytes) => {
		expect(pairOf(before, after).wonBytes).toBe(wonBytes);
	});

	it('where no page has both first visits, the gain is unknown, not 0', () => {
		const again = page(null, { again: load([TEXT]) });
		expect(compareAudits(reportOf([page(load([TEXT]))]), reportOf([again])).wonBytes).toBeNull();
	});
});

describe('what is not found any more', () => {
	const photo = file('photo.jpg', MB, { mimeType: 'image/jpeg' });
	const lazy = { ...shown(photo, [400, 300], [400, 300]), isLazy: true };

	it.each([
		['a document that nobody opened', load([TEXT, GUIDE]), load([TEXT])],
		['an image further down that was not scrolled to', load([TEXT, photo], { images: [lazy] }), load([TEXT])],
		['what was loaded before the audit began', load([TEXT, photo]), load([TEXT], { isPartial: true })],
		['a file that may be beyond the limit', load([TEXT, photo]), load([TEXT], { droppedFileCount: 3 })],
	])('is not closed: %s', (_title, before, after) => {
		const { closed, unseen } = pairOf(before, after);
		expect(closed).toEqual([]);
		expect(unseen).toHaveLength(1);
	});

	it.each([
		['a lighter document in its place', load([GUIDE]), load([file('short.pdf', MB, { kind: 'file' })])],
		[
			'another image in its place',
			load([photo], { images: [lazy] }),
			load([file('photo.webp', 90_000)], { images: [{ ...lazy, path: '/pluginfile.php/12/photo.webp' }] }),
		],
		['an image that is gone', load([TEXT, photo]), load([TEXT])],
	])('is closed: %s', (_title, before, after) => {
		expect(pairOf(before, after)).toMatchObject({ closed: [expect.any(String)], unseen: [] });
	});
});
