// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { Quality } from '@/utils/page/sober/quality';

/** A page's video.js that offers these resolutions, in lines; none for a single file. */
function showVideoJs(lines: readonly number[]): void {
	document.body.innerHTML = '<div class="video-js"><video></video></div>';
	const playlists = lines.map((height) => ({
		attributes: { BANDWIDTH: height * 1_000, RESOLUTION: { width: (height * 16) / 9, height } },
	}));
	const player = { tech: () => ({ vhs: { playlists: { main: { playlists } } } }) };
	Object.assign(document.querySelector('.video-js') as Element, { player });
}

describe('videos whose quality can be lowered', () => {
	let quality: Quality;
	const begin = (lines: readonly number[]) => {
		showVideoJs(lines);
		quality = new Quality(() => {});
		quality.start();
	};
	afterEach(() => quality.stop());

	it.each([
		['several resolutions', [480, 720, 1080], 1],
		['a single file', [], 0],
		['one resolution alone', [1080], 0],
		['one resolution at two bitrates', [1080, 1080], 0],
		['a picture of which no resolution is known', [0, 0], 0],
	])('%s', (_title, lines, count) => {
		begin(lines);
		expect(quality.cappableCount).toBe(count);
	});

	it('are still those that are capped', () => {
		begin([480, 1080]);
		quality.limit(480);
		expect(quality.cappableCount).toBe(1);
	});

	it('become known with the qualities of a player that was there before', () => {
		begin([]);
		expect(quality.cappableCount).toBe(0);
		const { player } = document.querySelector('.video-js') as unknown as { player: object };
		showVideoJs([480, 1080]);
		const { player: ready } = document.querySelector('.video-js') as unknown as { player: object };
		Object.assign(player, ready);
		expect(quality.cappableCount).toBe(1);
	});
});
