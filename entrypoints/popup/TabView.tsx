import { i18n } from '#i18n';
import { PageCard } from '@/components/card/PageCard';
import { VideoLine } from '@/components/card/VideoLine';
import { errorText } from '@/components/layout/error-text';
import { Notice } from '@/components/layout/Notice';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { ExactOffer } from './ExactOffer';
import { FollowNotice } from './FollowNotice';
import type { PopupModel } from './model';
import { PageSkeleton } from './PageSkeleton';
import { RestoreNotice } from './RestoreNotice';

/** What the popup says of the tab: its figures, or in words why there are none. */
export function TabView({ model }: { readonly model: PopupModel }) {
	const view = model.view.value;
	switch (view.name) {
		case 'loading':
			return <PageSkeleton />;
		case 'visit':
			return <VisitView model={model} />;
		case 'follow':
			return (
				<FollowNotice
					host={view.host}
					platformName={view.platformName}
					progress={view.progress}
					onFollow={model.follow}
				/>
			);
		case 'restore':
			return (
				<RestoreNotice host={view.host} isManaged={view.isManaged} progress={view.progress} onRestore={model.follow} />
			);
		case 'elsewhere':
			return <Notice title={i18n.t('notice.elsewhere_title')} body={i18n.t('notice.elsewhere_body', [view.host])} />;
		case 'reload':
			return (
				<Notice title={i18n.t('notice.reload_title', [view.host])} body={i18n.t('notice.reload_body')}>
					<button type="button" class="main" onClick={model.reload}>
						{i18n.t('action.reload')}
					</button>
				</Notice>
			);
		case 'error':
			return (
				<Notice title={i18n.t('notice.error_title')} body={errorText(view.error)} isAlarm>
					<button type="button" class="main" onClick={model.start}>
						{i18n.t('action.retry')}
					</button>
				</Notice>
			);
		default:
			return <Notice title={i18n.t(`notice.${view.name}_title`)} body={i18n.t(`notice.${view.name}_body`)} />;
	}
}

function VisitView({ model }: { readonly model: PopupModel }) {
	const visit = model.visit.value;
	const co2eGrams = model.pageGrams.value;
	if (!visit || !co2eGrams) return null;
	const { requestCount, receivedBytes } = sumTraffic(visit.traffic);
	if (requestCount === 0 && receivedBytes === 0)
		return <Notice title={i18n.t('notice.waiting_title')} body={i18n.t('notice.waiting_body')} />;
	return (
		<PageCard traffic={visit.traffic} co2eGrams={co2eGrams}>
			{visit.nowPlaying && <VideoLine video={visit.nowPlaying} />}
			{model.canBeExact.value && <ExactOffer progress={model.exactProgress.value} onAccept={model.countExactly} />}
		</PageCard>
	);
}
