import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';
import { WeekSkeleton } from '@/entrypoints/dashboard/period/WeekSkeleton';
import type { LaterPage } from './later-views';

/** A view whose code is loaded when it is opened: null until it is there, `failed` when it did not come. */
export function LoadedView({ page }: { readonly page: LaterPage | 'failed' | null }) {
	if (page === null) return <WeekSkeleton />;
	if (page !== 'failed') return page.draw();
	// The extension was updated under the open page: its files of yesterday are gone.
	return (
		<Notice title={i18n.t('notice.error_title')} body={i18n.t('notice.no_answer')} isAlarm>
			<button type="button" class="main" onClick={() => location.reload()}>
				{i18n.t('action.reload')}
			</button>
		</Notice>
	);
}
