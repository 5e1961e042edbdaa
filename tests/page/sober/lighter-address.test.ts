import { expect, it } from 'vitest';
import { lighterAddress } from '@/utils/page/sober/lighter-address';

const VIMEO = 'https://player.vimeo.com/video/1';

it.each([
	['480p is above 360p, and below 720p', VIMEO, 480, `${VIMEO}?max_quality=360p`],
	['720p', VIMEO, 720, `${VIMEO}?max_quality=720p`],
	['1080p', VIMEO, 1080, `${VIMEO}?max_quality=1080p`],
	['other parameters and the start time stay', `${VIMEO}?h=2#t=30s`, 720, `${VIMEO}?h=2&max_quality=720p#t=30s`],
	['a page that has set the limit', `${VIMEO}?max_quality=1080p`, 720, `${VIMEO}?max_quality=1080p`],
	['a page that has set the quality', `${VIMEO}?h=2&quality=540p`, 720, `${VIMEO}?h=2&quality=540p`],
	[
		'a parameter with a longer name',
		`${VIMEO}?initial_quality=2k`,
		720,
		`${VIMEO}?initial_quality=2k&max_quality=720p`,
	],
])('the address of a Vimeo player: %s', (_, address, lines, expected) =>
	expect(lighterAddress(address, lines)).toBe(expected),
);

it.each([
	'https://www.youtube.com/embed/abc?rel=0',
	'https://www.youtube-nocookie.com/embed/abc',
	'https://geo.dailymotion.com/player/x1.html?video=x2',
	'https://vimeo.com/event/1/embed',
	'https://player.vimeo.com.example/video/1',
])('the address %s stays as it is: its company documents no such parameter', (address) =>
	expect(lighterAddress(address, 480)).toBe(address),
);
