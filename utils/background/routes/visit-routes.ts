import type { Parts } from '@/utils/background/parts';
import { markButton } from '@/utils/background/upkeep/toolbar';
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
		'queue/clear': ({ target, isAnswerOnly }) => {
			const sender = { lrs, bucket }[target];
			return isAnswerOnly ? sender.forgetAnswer() : sender.discard();
		},
	} satisfies Partial<PageHandlers>;
}
