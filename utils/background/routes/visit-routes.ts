import type { Parts } from '@/utils/background/parts';
import { markButton } from '@/utils/background/upkeep/toolbar';
import { dayOf } from '@/utils/core/units/day';
import type { PageHandlers } from './router';

/** Handles what pages request of figures and their exports. */
export function visitRoutes({ database, tracker, recent, readDays, weekEnd, lrs, bucket }: Parts) {
	return {
		'visit/get': ({ tabId }) => recent.shown(tabId, tracker.current(tabId)),
		'history/get': ({ firstDay, lastDay }) => {
			// The mark of a finished week has served once figures are shown.
			void markButton(false);
			return readDays(firstDay, lastDay);
		},
		'store/get': () => database.state(),
		'store/accept': () => database.acceptLoss(),
		'weekly/take': ({ week }) => weekEnd.files.take(week),
		'lrs/send': ({ week }) => lrs.add(week),
		'bucket/send': ({ week }) => bucket.add(week),
		'queue/clear': ({ target, part }) => {
			const sender = { lrs, bucket }[target];
			if (part === 'all') return sender.discard();
			return part === 'answer' ? sender.forgetAnswer() : sender.forgetMissed(dayOf(new Date()));
		},
	} satisfies Partial<PageHandlers>;
}
