import { i18n } from '#i18n';
import { Notice } from '@/components/Notice';
import { WeekSkeleton } from '@/components/WeekSkeleton';
import type { GroupPage } from './group/group-page';

/** A view whose code is loaded when it is opened: null until it is there, `failed` when it did not come. */
export function LoadedView({ page }: { readonly page: Pick<GroupPage, 'draw'> | 'failed' | null }) {
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
