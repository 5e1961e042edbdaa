// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true,"disableCSSFileLoading":true,"handleDisabledFileLoadingAsSuccess":true}}
import { afterEach, expect, it, vi } from 'vitest';
import { Embeds } from '@/utils/page/sober/effects/embeds';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party-player';

const SRC = 'https://www.youtube.com/embed/abc';
/** Ends the test rather than the memory of the machine where it goes on for ever. */
const MAX_ROUNDS = 100;

const embeds = new Embeds(async () => ({ title: '', cost: '', load: '' }));
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

it.each([
	['https://www.youtube.com/embed/abc', 'YouTube'],
	['http://www.youtube.com:8080/embed/abc', 'YouTube'],
	[`https://${':'.repeat(1_000)}/embed/`, null],
	['data:text/html,https://www.youtube.com/embed/abc', null],
])('the company of %j is %s', (address, company) => expect(thirdPartyPlayer(address)).toBe(company));
