import { signal } from '@preact/signals-core';
import { giveBackPermission, requestPermission } from '@/utils/browser/permissions';
import { NO_NOTICES, type Notices } from '@/utils/core/schema/settings';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { readNotices, saveNotices, saveNudgedWeek } from '@/utils/settings/notices';

/** What became of the request for notifications. */
export type NoticesStatus = 'idle' | 'asking' | 'refused';

/** What Sobrio shows outside its own pages, and the permission that the weekly reminder needs. */
export function createNoticesModel(now: () => Date) {
	const notices = signal<Notices>(NO_NOTICES);
	const status = signal<NoticesStatus>('idle');

	async function load(): Promise<void> {
		notices.value = await readNotices();
	}

	async function change(next: Notices): Promise<void> {
		const { hasNudge: hadNudge } = notices.value;
		const request = next.hasNudge && !hadNudge ? requestPermission('notifications') : null;
		status.value = request ? 'asking' : 'idle';
		const isGranted = request === null || (await request);
		// Without notifications the mark on the button remains.
		status.value = isGranted ? 'idle' : 'refused';
		notices.value = next;
		// The first reminder is about the current week.
		if (request) await saveNudgedWeek(shiftWeek(weekOf(dayOf(now())), -1));
		await saveNotices(next);
		if (hadNudge && !next.hasNudge) await giveBackPermission('notifications');
	}

	return { notices, status, load, change };
}
