// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { NoticesCard } from '@/entrypoints/dashboard/settings/NoticesCard';
import { createNoticesView } from '@/entrypoints/dashboard/settings/notices-view';
import { speakFrench } from '@/tests/components/french';
import { clear, draw, read, settle } from '@/tests/components/screen';
import { NO_NOTICES, type Notices } from '@/utils/core/schema/settings';

let kept: Notices;
let nudgedWeek: string | undefined;
let isGranted: boolean;
let askedCount: number;
let givenCount: number;

/** Thursday 26 November 2026, in week 48. */
async function open(): Promise<void> {
	const view = createNoticesView({
		readNotices: async () => kept,
		saveNotices: async (notices: Notices, week?: string) => {
			kept = notices;
			nudgedWeek = week;
		},
		requestNotifications: async () => {
			askedCount++;
			return isGranted;
		},
		giveBackNotifications: async () => {
			givenCount++;
		},
		now: () => new Date(2026, 10, 26, 15),
	} as unknown as DashboardServices);
	await view.load();
	draw(() => <NoticesCard notices={view.notices.value} status={view.status.value} onChange={view.change} />);
}

async function tick(name: string): Promise<void> {
	const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(name));
	label?.querySelector('input')?.click();
	await settle();
}

beforeEach(async () => {
	await speakFrench();
	clear();
	kept = NO_NOTICES;
	nudgedWeek = undefined;
	isGranted = true;
	askedCount = 0;
	givenCount = 0;
});

describe('what Sobrio shows by itself', () => {
	it('is nothing until it is asked for', async () => {
		await open();
		const boxes = [...document.querySelectorAll<HTMLInputElement>('.notices input')];
		expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
	});

	it('the badge needs no permission', async () => {
		await open();
		await tick('les Mo de la page');
		expect(kept).toEqual({ hasBadge: true, hasNudge: false });
		expect(askedCount).toBe(0);
	});

	it('the reminder asks for notifications, and begins with the week under way', async () => {
		await open();
		await tick('Le lundi');
		expect(kept.hasNudge).toBe(true);
		expect({ askedCount, nudgedWeek }).toEqual({ askedCount: 1, nudgedWeek: '2026-W47' });
	});

	it('without notifications the mark on the button remains, and the card says so', async () => {
		isGranted = false;
		await open();
		await tick('Le lundi');
		expect(kept.hasNudge).toBe(true);
		expect(read('.notices [role=status]')).toContain('un simple point apparaît sur le bouton');
	});

	it('switched off, it gives the permission back', async () => {
		kept = { hasBadge: false, hasNudge: true };
		await open();
		await tick('Le lundi');
		expect(kept.hasNudge).toBe(false);
		expect({ askedCount, givenCount }).toEqual({ askedCount: 0, givenCount: 1 });
	});
});
