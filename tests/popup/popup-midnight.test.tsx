// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { permissions, startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal, liveVisit, traffic } from '@/tests/components/figures';
import { hasControl, read } from '@/tests/components/screen';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

test('after midnight the page keeps its figures, and the day has its own', async () => {
	const { activeMs, media, traffic: evening } = liveVisit({ traffic: traffic(80, 3) });
	const visit = liveVisit({ activeMs: 0, traffic: NO_TRAFFIC, media: NO_MEDIA });
	const history = {
		'history/get': { ok: true, value: { days: [dayTotal('2026-11-25', 83, 10, 10)], courses: [COURSE] } },
	};
	const { pushVisit } = await openPopup({
		...measured({ ...visit, beforeMidnight: { activeMs, media, traffic: evening } }),
		...history,
	});
	expect(read('.page .figure')).toBe('83 Mo');
	expect(read('.week .amounts')).toContain('83 Mo 0 Mo aujourd’hui');
	await pushVisit({ ...visit, traffic: traffic(7, 0), beforeMidnight: { activeMs, media, traffic: evening } });
	expect(read('.page .figure')).toBe('90 Mo'); // 83 + 7
	expect(read('.week .amounts')).toContain('90 Mo 7 Mo aujourd’hui');
});

test('what was unknown before midnight is no reason to ask for access any more', async () => {
	permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] !== ALL_HOSTS);
	const { activeMs, media } = liveVisit();
	const beforeMidnight = { activeMs, media: NO_MEDIA, traffic: traffic(80, 3, 0, 1) };
	await openPopup(measured(liveVisit({ activeMs: 0, traffic: traffic(7, 0), media, beforeMidnight })));
	expect(read('.page .figure')).toBe('90 Mo');
	expect(hasControl('Mesurer les vidéos hébergées ailleurs')).toBe(false);
});
