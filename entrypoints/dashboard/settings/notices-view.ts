import { signal } from '@preact/signals-core';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { NO_NOTICES, type Notices } from '@/utils/settings/notices';
import type { NoticesStatus } from './NoticesCard';

/** What Sobrio shows by itself, outside its own pages, and the permission that one of the two needs. */
export function createNoticesView(services: DashboardServices) {
	const notices = signal<Notices>(NO_NOTICES);
	const status = signal<NoticesStatus>('idle');

	async function load(): Promise<void> {
		notices.value = await services.readNotices();
	}

	async function change(next: Notices): Promise<void> {
		const { hasNudge: hadNudge } = notices.value;
		const asked = next.hasNudge && !hadNudge ? services.requestNotifications() : null;
		status.value = asked ? 'asking' : 'idle';
		const isGranted = asked === null || (await asked);
		// Without notifications there is still the mark on the button.
		status.value = isGranted ? 'idle' : 'refused';
		notices.value = next;
		// Switched on, the first week told of is that under way.
		await services.saveNotices(next, asked ? shiftWeek(weekOf(dayOf(services.now())), -1) : undefined);
		if (hadNudge && !next.hasNudge) await services.giveBackNotifications();
	}

	return { notices, status, load, change };
}
