// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true,"disableCSSFileLoading":true,"handleDisabledFileLoadingAsSuccess":true}}
import { afterEach, expect, it, vi } from 'vitest';
import { Embeds } from '@/utils/page/sober/effects/embeds';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party-player';

const SRC = 'https://www.youtube.com/embed/abc';
/** Ends the test rather than the memory of the machine where it goes on for ever. */
const MAX_ROUNDS = 100;

const embeds = new Embeds(async () => ({ title: '', cost: '', load: '', quality: '' }));
afterEach(() => {
	embeds.stop();
	document.body.innerHTML = '';
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
const newFrame = () => Object.assign(document.createElement('iframe'), { src: SRC });

it('a player waits behind a card', async () => {
	embeds.start();
	const frame = document.body.appendChild(newFrame());
	await vi.waitFor(() => expect(frame.getAttribute('src')).toBeNull());
	expect(document.body.children).toHaveLength(2);
});

it('a frame whose own text stands before its player is left alone until it asks for the player', async () => {
	embeds.start();
	const frame = Object.assign(newFrame(), { srcdoc: '<a href="https://www.youtube.com/embed/abc">Lire</a>' });
	document.body.append(frame);
	await settle();
	expect(frame.getAttribute('src')).toBe(SRC);
	frame.removeAttribute('srcdoc');
	await vi.waitFor(() => expect(frame.getAttribute('src')).toBeNull());
});

it('a player whose address is set once it comes into view waits behind a card', async () => {
	embeds.start();
	const frame = document.body.appendChild(document.createElement('iframe'));
	frame.dataset.src = SRC;
	await settle();
	expect(document.body.children).toHaveLength(1);
	frame.src = SRC;
	await vi.waitFor(() => expect(frame.getAttribute('src')).toBeNull());
	expect(document.body.children).toHaveLength(2);
});

it('a player that the page puts back each time is loaded in the end', async () => {
	embeds.start();
	const frame = document.body.appendChild(newFrame());
	let rounds = 0;
	const back = new MutationObserver(() => {
		if (!frame.getAttribute('src') && ++rounds < MAX_ROUNDS) frame.src = SRC;
	});
	back.observe(frame, { attributes: true });
	await vi.waitFor(() => expect(rounds).toBeGreaterThan(0));
	for (let turn = 0; turn < MAX_ROUNDS; turn++) await settle();
	back.disconnect();
	expect(rounds).toBeLessThan(5);
	expect(frame.getAttribute('src')).toBe(SRC);
	expect(frame.style.display).toBe('');
	expect(document.body.children).toHaveLength(1);
});

it('so is one that the page replaces each time by a new element', async () => {
	embeds.start();
	let frame = document.body.appendChild(newFrame());
	let rounds = 0;
	const back = new MutationObserver(() => {
		if (frame.getAttribute('src') || ++rounds >= MAX_ROUNDS) return;
		document.body.innerHTML = '';
		frame = document.body.appendChild(newFrame());
		back.observe(frame, { attributes: true });
	});
	back.observe(frame, { attributes: true });
	await vi.waitFor(() => expect(rounds).toBeGreaterThan(0));
	for (let turn = 0; turn < MAX_ROUNDS; turn++) await settle();
	back.disconnect();
	expect(rounds).toBeLessThan(15);
	expect(frame.getAttribute('src')).toBe(SRC);
});

it('a player that is loaded gets the address that is lighter', async () => {
	const lighter = new Embeds(
		async () => Promise.reject(new Error('closed')),
		(address) => `${address}?lighter`,
	);
	lighter.start();
	const frame = document.body.appendChild(newFrame());
	await vi.waitFor(() => expect(frame.getAttribute('src')).toBe(`${SRC}?lighter`));
	lighter.stop();
});

it.each([
	['https://www.youtube.com/embed/abc', 'YouTube'],
	['http://www.youtube.com:8080/embed/abc', 'YouTube'],
	['https://www.youtube-nocookie.com/embed/abc?rel=0', 'YouTube'],
	['https://www.youtube.com/embed/videoseries?list=PLabc', 'YouTube'],
	['https://www.youtubeeducation.com/embed/abc?rel=0', 'YouTube'],
	['https://www.youtube.com/watch?v=abc', null],
	['https://player.vimeo.com/video/1?h=2', 'Vimeo'],
	['https://geo.dailymotion.com/player/x1.html?video=x2', 'Dailymotion'],
	['https://fast.wistia.net/embed/iframe/abc', 'Wistia'],
	['https://www.loom.com/embed/abc', 'Loom'],
	['https://iframe.mediadelivery.net/embed/12/ab-cd?autoplay=true', 'Bunny'],
	['https://player.mediadelivery.net/embed/12/ab-cd', 'Bunny'],
	['https://customer-ab12.cloudflarestream.com/0123/iframe?poster=x', 'Cloudflare Stream'],
	['https://iframe.cloudflarestream.com/0123', 'Cloudflare Stream'],
	['https://watch.cloudflarestream.com/0123', 'Cloudflare Stream'],
	['https://customer-ab12.cloudflarestream.com/0123/manifest/video.m3u8', null],
	['https://play.vidyard.com/Ab12', 'Vidyard'],
	['https://play.vidyard.com/Ab12.html?v=3.1', 'Vidyard'],
	['https://play.vidyard.com/embed/v4.js', null],
	['https://cdn.jwplayer.com/players/Ab12-Cd34.html', 'JW Player'],
	['https://cdn.jwplayer.com/players/Ab12-Cd34.js', null],
	['https://players.brightcove.net/123/default_default/index.html?videoId=4', 'Brightcove'],
	['https://players.brightcove.net/123/aB1_default/index.html?videoId=4', 'Brightcove'],
	['https://cdnapisec.kaltura.com/p/1/sp/100/embedIframeJs/uiconf_id/2?iframeembed=true', 'Kaltura'],
	['https://cdnapisec.kaltura.com/p/1/embedPlaykitJs/uiconf_id/2?iframeembed=true&entry_id=1_ab', 'Kaltura'],
	['https://mediaspace.universite.example/embed/secure/iframe/entryId/1_ab/uiConfId/2/st/0', 'Kaltura'],
	['https://ecole.hosted.panopto.com/Panopto/Pages/Embed.aspx?id=1', 'Panopto'],
	['https://ecole.hosted.panopto.com/Panopto/Pages/Viewer.aspx?id=1', null],
	['https://tube.exemple.fr/videos/embed/0ab1', 'PeerTube'],
	['https://tube.exemple.fr/w/0ab1', null],
	['https://media.exemple.fr/permalink/v125/iframe/', 'Nudgis'],
	['https://pod.exemple.fr/video/12-cours/?is_iframe=true', 'Esup-Pod'],
	['https://pod.exemple.fr/video/12-cours/', null],
	[`https://${':'.repeat(1_000)}/embed/`, null],
	['data:text/html,https://www.youtube.com/embed/abc', null],
])('the company of %j is %s', (address, company) => expect(thirdPartyPlayer(address)).toBe(company));
