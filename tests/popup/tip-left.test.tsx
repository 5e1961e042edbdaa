// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { type Answers, startBrowser } from '@/tests/components/browser';
import { liveVisit, traffic } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { measured, openPopup } from './popup-rig';

const LOWER = 'Baisser la qualité';

/** A video plays; so many players of the page can be limited. */
const playing = (cappableCount: number): Answers => ({
	...measured(liveVisit()),
	'sober/get': { ok: true, value: { ...SOBER_OFF, cappableCount } },
});

beforeEach(startBrowser);

it('nothing is shown of a player that was left before it had the time to report', async () => {
	const { pushVisit } = await openPopup(playing(0));
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	control(LOWER).click();
	await vi.advanceTimersByTimeAsync(1_000);
	void pushVisit({ ...liveVisit(), id: 'visit-2' });
	await vi.advanceTimersByTimeAsync(1_000);
	void pushVisit(liveVisit());
	await vi.advanceTimersByTimeAsync(1_000);
	vi.useRealTimers();
	expect(read('.tip [role=status]')).toContain('Demandé au lecteur');
});

it('what is undone of a page shows nothing on the one that follows meanwhile', async () => {
	let answer = () => {};
	const { pushVisit } = await openPopup({
		...playing(1),
		'sober/act': ({ isOn }: { isOn: boolean }) =>
			isOn
				? { ok: true, value: null }
				: new Promise((resolve) => {
						answer = () => resolve({ ok: true, value: null });
					}),
	});
	control(LOWER).click();
	await settle();
	control('Annuler').click();
	await settle();
	const light = { traffic: traffic(0, 0.2), media: NO_MEDIA, nowPlaying: null };
	await pushVisit({ ...liveVisit(light), id: 'visit-2' });
	answer();
	await settle();
	expect(document.querySelector('.tip')).toBeNull();
	await pushVisit(liveVisit());
	expect(hasControl('Annuler')).toBe(false);
	expect(hasControl(LOWER)).toBe(true);
});
