// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { NoticesCard } from '@/entrypoints/dashboard/settings/NoticesCard';
import { createNoticesModel } from '@/entrypoints/dashboard/settings/notices-model';
import { permissions, startBrowser } from '@/tests/components/browser';
import { draw, read, settle } from '@/tests/components/screen';
import { readNotices, readNudgedWeek, saveNotices } from '@/utils/settings/notices';
import { now } from './dashboard-rig';

const NOTIFICATIONS = { permissions: ['notifications'] };

async function open(): Promise<void> {
	const model = createNoticesModel(now);
	await model.load();
	draw(() => <NoticesCard notices={model.notices.value} status={model.status.value} onChange={model.change} />);
}

async function tick(name: string): Promise<void> {
	const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(name));
	label?.querySelector('input')?.click();
	await settle();
}

beforeEach(startBrowser);

describe('what Sobrio shows by itself', () => {
	it('is nothing by default', async () => {
		await open();
		const boxes = [...document.querySelectorAll<HTMLInputElement>('.notices input')];
		expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
	});

	it('the badge needs no permission', async () => {
		await open();
		await tick('les Mo de la page');
		expect(await readNotices()).toEqual({ hasBadge: true, hasNudge: false });
		expect(permissions.request).not.toHaveBeenCalled();
	});

	it('the reminder requests notifications, and begins with the current week', async () => {
		await open();
		await tick('Le lundi');
		expect((await readNotices()).hasNudge).toBe(true);
		expect(permissions.request.mock.calls).toEqual([[NOTIFICATIONS]]);
		expect(await readNudgedWeek()).toBe('2026-W47');
	});

	it('without notifications the mark on the button remains, as the card explains', async () => {
		permissions.request.mockResolvedValue(false);
		await open();
		await tick('Le lundi');
		expect((await readNotices()).hasNudge).toBe(true);
		expect(read('.notices [role=status]')).toContain('un simple point apparaît sur le bouton');
	});

	it('switching it off gives the permission back', async () => {
		await saveNotices({ hasBadge: false, hasNudge: true });
		await open();
		await tick('Le lundi');
		expect((await readNotices()).hasNudge).toBe(false);
		expect(permissions.request).not.toHaveBeenCalled();
		expect(permissions.remove.mock.calls).toEqual([[NOTIFICATIONS]]);
	});
});
