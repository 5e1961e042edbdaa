// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { permissions, startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal, liveVisit, traffic } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

test('after midnight the page keeps its figures, and the day has its own', async () => {
	const { id, activeMs, media, traffic: evening } = liveVisit({ traffic: traffic(80, 3) });
	const visit = liveVisit({ id: 'visit-2', activeMs: 0, traffic: NO_TRAFFIC, media: NO_MEDIA });
	const history = {
		'history/get': { ok: true, value: { days: [dayTotal('2026-11-25', 83, 10, 10)], courses: [COURSE] } },
	};
	const { pushVisit } = await openPopup({
		...measured({ ...visit, beforeMidnight: { id, activeMs, media, traffic: evening } }),
		...history,
	});
	expect(read('.page .figure')).toBe('83 Mo');
	expect(read('.week .amounts')).toContain('83 Mo 0 Mo aujourd’hui');
	await pushVisit({ ...visit, traffic: traffic(7, 0), beforeMidnight: { id, activeMs, media, traffic: evening } });
	expect(read('.page .figure')).toBe('90 Mo'); // 83 + 7
	expect(read('.week .amounts')).toContain('90 Mo 7 Mo aujourd’hui');
});

test('what was unknown before midnight is no reason to ask for access any more', async () => {
	permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] !== ALL_HOSTS);
	const { id, activeMs, media } = liveVisit();
	const beforeMidnight = { id, activeMs, media: NO_MEDIA, traffic: traffic(80, 3, 0, 1) };
	await openPopup(measured(liveVisit({ activeMs: 0, traffic: traffic(7, 0), media, beforeMidnight })));
	expect(read('.page .figure')).toBe('90 Mo');
	expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
});

test('what was done about the page stays at midnight, and so does its lower resolution', async () => {
	const evening = liveVisit();
	const { pushVisit } = await openPopup({
		...measured(evening),
		'sober/get': { ok: true, value: { ...SOBER_OFF, cappableCount: 1 } },
	});
	control('Baisser la qualité').click();
	await settle();
	const { id, activeMs, media, traffic: received } = evening;
	const lower = evening.nowPlaying && { ...evening.nowPlaying, decodedWidthPx: 854, decodedHeightPx: 480 };
	await pushVisit({ ...evening, nowPlaying: lower });
	expect(read('.tip [role=status]')).toContain('C’est fait');
	const beforeMidnight = { id, activeMs, media, traffic: received };
	await pushVisit(
		liveVisit({ id: 'visit-2', activeMs: 0, traffic: NO_TRAFFIC, media: NO_MEDIA, nowPlaying: lower, beforeMidnight }),
	);
	expect(read('.tip [role=status]')).toContain('C’est fait');
});
