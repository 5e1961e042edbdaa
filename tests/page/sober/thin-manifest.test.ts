import { describe, expect, it, vi } from 'vitest';
import { cappedHeightPx } from '@/utils/page/sober/cap';
import { thinManifest } from '@/utils/page/sober/thin-manifest';

const MASTER = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="fr",DEFAULT=YES,URI="audio.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Français",URI="sous-titres.m3u8"
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,RESOLUTION=1920x1080,URI="images.m3u8"
#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=300000,BANDWIDTH=400000,RESOLUTION=426x240,AUDIO="a",SUBTITLES="s"
240.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=1200000,RESOLUTION=854x480,AUDIO="a",SUBTITLES="s"
480.m3u8?token=a,b
# a comment

#EXT-X-STREAM-INF:BANDWIDTH=4700000,RESOLUTION=1920x1080,AUDIO="a",SUBTITLES="s"
# another

1080.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=100000,CODECS="mp4a.40.2",AUDIO="a"
sound.m3u8
`;

const MPD = `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period>
<AdaptationSet contentType="video"><SegmentTemplate media="$RepresentationID$.m4s"/>
<Representation id="0" width="426" height="240" bandwidth="400000"/>
<Representation id="1" bandwidth="1200000" width="854" height="480"><BaseURL>480/</BaseURL></Representation>
<Representation id="2" bandwidth="4700000" width="1920" height="1080"><BaseURL>1080/</BaseURL></Representation>
</AdaptationSet><AdaptationSet contentType="audio"><Representation id="3" bandwidth="96000"/></AdaptationSet>
<AdaptationSet contentType="text"><Representation id="4" bandwidth="200"/></AdaptationSet></Period></MPD>`;

const within = (shown: number) => (offered: readonly number[]) => cappedHeightPx(offered, shown, 720);

describe('an HLS multivariant playlist', () => {
	const thinned = thinManifest(MASTER, within(360));

	it('loses the qualities above the cap with their addresses, and nothing else', () => {
		const [, from = '', to = ''] = /(#EXT-X-STREAM-INF:BANDWIDTH=4700000[\s\S]*?1080\.m3u8\n)()/.exec(MASTER) ?? [];
		expect(thinned?.text).toBe(MASTER.replace(from, to));
		expect(thinned?.text).toContain('sound.m3u8');
		expect(thinned?.text).toContain('SUBTITLES,GROUP-ID="s"');
	});

	it('gives the difference between the best remaining bitrate and the next', () => {
		expect(thinned?.savedBitsPerSecond).toBe(4_700_000 - 1_200_000);
	});

	it('may have Windows line ends', () => {
		const text = thinManifest(MASTER.replaceAll('\n', '\r\n'), within(360))?.text ?? '';
		expect(text).not.toContain('1080.m3u8');
		expect(text.match(/#EXT-X-STREAM-INF/g)).toHaveLength(3);
	});
});

describe('a DASH manifest', () => {
	it('loses the qualities above the cap, and keeps sound and subtitles', () => {
		const thinned = thinManifest(MPD, within(360));
		expect(thinned?.text.match(/<Representation id="(\d)"/g)).toEqual(
			[0, 1, 3, 4].map((id) => `<Representation id="${id}"`),
		);
		expect(thinned?.text).not.toContain('1080/');
		expect(thinned?.text.match(/<\/Representation>/g)).toHaveLength(1);
		expect(thinned?.savedBitsPerSecond).toBe(4_700_000 - 1_200_000);
	});
});

it.each([
	['a media playlist', '#EXTM3U\n#EXTINF:4,\nseg.m4s\n'],
	[
		'a single quality',
		`${MASTER.split('#EXT-X-STREAM-INF')[0]}#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1920x1080\n1080.m3u8\n`,
	],
	[
		'qualities without a resolution',
		'#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=9\nb.m3u8\n',
	],
	['another file', '<html><body>Not found</body></html>'],
	['nothing', ''],
])('%s is unchanged', (_, manifest) => expect(thinManifest(manifest, within(360))).toBeNull());

/** A manifest of about a million characters. */
const long = (start: string, part: string) => start + part.repeat(Math.floor((2 ** 20 - start.length) / part.length));

it.each([
	['stream lines without an address', long('#EXTM3U\n', '#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1920x1080\n')],
	['empty lines after a stream line', long('#EXTM3U\n#EXT-X-STREAM-INF:RESOLUTION=1920x1080\n', '\n')],
	['qualities without an end', long('<MPD>', '<Representation height="1080">')],
	['qualities without the end of their tag', long('<MPD>', '<Representation ')],
	['names of qualities', long('<MPD>', '<a:a:a-Representation')],
	['open tags', long('<MPD>', '<')],
])('%s are read once and unchanged', (_, manifest) => {
	const read = vi.spyOn(String.prototype, 'slice');
	expect(thinManifest(manifest, within(360))).toBeNull();
	const readLength = read.mock.results.reduce((sum, { value }) => sum + (value as string).length, 0);
	expect(readLength).toBeLessThanOrEqual(2 * manifest.length);
	vi.restoreAllMocks();
});

it.each([
	['is longer than a million characters', long('#EXTM3U\n', '#\n') + MASTER.slice('#EXTM3U\n'.length)],
	['has thousands of qualities', long(MASTER, '#EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=1920x1080\n9.m3u8\n')],
])('a manifest that %s is unchanged', (_, manifest) => expect(thinManifest(manifest, within(360))).toBeNull());

it.each([
	['HLS', '#EXTM3U\n', '#EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=1920x1080\n9.m3u8\n'],
	['DASH', '<MPD>', '<Representation height="1080"/>'],
])('of a %s manifest with thousands of qualities, no more than the first 502 are read', (_, start, quality) => {
	const read = vi.spyOn(String.prototype, 'slice');
	expect(thinManifest(long(start, quality), within(360))).toBeNull();
	const readLength = read.mock.results.reduce((sum, { value }) => sum + (value as string).length, 0);
	expect(readLength).toBeLessThanOrEqual(2 * (start.length + 502 * quality.length));
	vi.restoreAllMocks();
});
