import { i18n } from '#i18n';
import { PageCard } from '@/components/card/PageCard';
import { VideoLine } from '@/components/card/VideoLine';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { Notice } from '@/components/layout/Notice';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { ExactOffer } from './ExactOffer';
import { FollowNotice } from './FollowNotice';
import type { PopupModel } from './model';
import { PageSkeleton } from './PageSkeleton';

/** The figures of the tab, or why there are none. */
export function TabView({ model }: { readonly model: PopupModel }) {
	const view = model.tab.view.value;
	switch (view.name) {
		case 'loading':
			return <PageSkeleton />;
		case 'visit':
			return <VisitView model={model} />;
		case 'follow':
		case 'restore':
			return <FollowNotice view={view} onFollow={model.tab.follow} />;
		case 'elsewhere':
			return <Notice title={i18n.t('notice.elsewhere_title')} body={i18n.t('notice.elsewhere_body', [view.host])} />;
		case 'reload':
			return (
				<Notice title={i18n.t('notice.reload_title', [view.host])} body={i18n.t('notice.reload_body')}>
					<button type="button" class="main" onClick={model.tab.reload}>
						{i18n.t('action.reload')}
					</button>
				</Notice>
			);
		case 'error':
			return <ErrorNotice error={view.error} onAction={model.start} />;
		default:
			return <Notice title={i18n.t(`notice.${view.name}_title`)} body={i18n.t(`notice.${view.name}_body`)} />;
	}
}

function VisitView({ model }: { readonly model: PopupModel }) {
	const { tab, exact } = model;
	const visit = tab.visit.value;
	const co2eGrams = model.pageGrams.value;
	if (!visit || !co2eGrams) return null;
	const { requestCount, receivedBytes } = sumTraffic(visit.traffic);
	if (requestCount === 0 && receivedBytes === 0)
		return <Notice title={i18n.t('notice.waiting_title')} body={i18n.t('notice.waiting_body')} />;
	return (
		<PageCard traffic={visit.traffic} co2eGrams={co2eGrams}>
			{visit.nowPlaying && <VideoLine video={visit.nowPlaying} />}
			{exact.isOffered.value && <ExactOffer progress={exact.progress.value} onAccept={exact.accept} />}
		</PageCard>
	);
}
