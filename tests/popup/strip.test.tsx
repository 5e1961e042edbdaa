// @vitest-environment happy-dom

import { beforeEach, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { liveVisit } from '@/tests/components/figures';
import { read } from '@/tests/components/screen';
import { stepOf } from '@/utils/core/recent/recent';
import type { Recent, Slice } from '@/utils/core/schema/visit';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

/** When the rig opens the popup. */
const NOW_STEP = stepOf(new Date(2026, 10, 26, 15).getTime());

/** The last slices before now; 1 MB in five seconds is 12 MB a minute. */
function recentOf(...slices: readonly Partial<Slice>[]): Recent {
	const first = NOW_STEP - slices.length;
	return {
		visitId: 'visit-1',
		receivedBytes: 212_000_000,
		unknownCount: 0,
		slices: slices.map((slice, index) => ({
			step: first + index,
			receivedBytes: 1_000_000,
			state: 'playing',
			lines: 1080,
			...slice,
		})),
	};
}

const states = () => [...document.querySelectorAll<SVGElement>('.strip [data-state]')].map((run) => run.dataset.state);

it('shows the last two minutes, how much comes a minute and how much would do', async () => {
	const recent = recentOf({}, { state: 'hidden' }, { state: 'paused', lines: null }, {});
	await openPopup(measured(liveVisit({ recent })));
	expect(states()).toEqual(['unknown', 'playing', 'hidden', 'paused', 'playing']);
	expect(read('.rate')).toBe('12 Mo/min');
	expect(read('.needed-words')).toMatch(/^suffisant ici : \d/);
	expect(document.querySelector('.strip .needed')).not.toBeNull();
});

it('says the same in a table', async () => {
	await openPopup(measured(liveVisit({ recent: recentOf({}, {}, { lines: 480 }, { lines: 480 }) })));
	expect(read('.strip tbody tr')).toBe('Il y a 0 à 20 s12 Mo/minen lecture1080p, 480p');
	expect(document.querySelectorAll('.strip tbody tr')).toHaveLength(6);
	expect(read('.strip tbody tr:last-child')).toBe('Il y a 100 à 120 sinconnuinconnu');
});

it('has its place before anything is known', async () => {
	await openPopup(measured(liveVisit()));
	expect(states()).toEqual(['unknown']);
	expect(document.querySelector('.rate')).toBeNull();
});

it('keeps a drop and its words until the resolution rises again', async () => {
	const { pushVisit } = await openPopup(measured(liveVisit({ recent: recentOf({}, {}, { lines: 480 }) })));
	expect(read('.video')).toBe('De 1080p à 480p, avant : 12 Mo/min');
	expect(document.querySelectorAll('.strip .mark')).toHaveLength(1);
	const low = { ...liveVisit().nowPlaying, decodedWidthPx: 854, decodedHeightPx: 480 } as NonNullable<
		ReturnType<typeof liveVisit>['nowPlaying']
	>;
	await pushVisit(liveVisit({ nowPlaying: low, recent: recentOf({ lines: 480 }, { lines: 480 }) }));
	expect(read('.video')).toBe('De 1080p à 480p, avant : 12 Mo/min');
	expect(document.querySelectorAll('.strip .mark')).toHaveLength(1);
	await pushVisit(liveVisit({ nowPlaying: null, recent: recentOf({ state: 'paused', lines: null }) }));
	expect(read('.video')).toBe('De 1080p à 480p, avant : 12 Mo/min');
	await pushVisit(liveVisit({ recent: recentOf({ lines: 480 }, {}) }));
	expect(read('.video')).toBe('Vidéo 1080p affichée en 640 × 360');
});
