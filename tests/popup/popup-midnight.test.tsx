// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal, liveVisit, traffic } from '@/tests/components/figures';
import { read } from '@/tests/components/screen';
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
