import { i18n } from '#i18n';
import { AssistantCard } from '@/components/card/AssistantCard';
import { PageCard } from '@/components/card/PageCard';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { Notice } from '@/components/layout/Notice';
import { summariseAssistants } from '@/utils/core/assistants/summary';
import { assistantTip } from '@/utils/core/assistants/tip';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { FollowNotice } from './FollowNotice';
import type { PopupModel } from './model';
import { SuspendedNotice } from './pause/SuspendedNotice';

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
			return (
				<FollowNotice view={view} onFollow={model.tab.follow} onLeave={() => model.pause.leave(view.host, true)} />
			);
		case 'suspended':
			return <SuspendedNotice site={view} pause={model.pause} />;
		case 'elsewhere':
			return <Notice title={i18n.t('notice.elsewhere_title')} body={i18n.t('notice.elsewhere_body', [view.host])} />;
		case 'reload':
			return (
				<Notice title={i18n.t('notice.reload_title', [view.host])} body={i18n.t('notice.reload_body')}>
					<button type="button" class="main" onClick={() => model.exits.reload(view.tabId)}>
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
	const { page, strip } = model;
	const visit = page.value;
	const co2eGrams = model.pageGrams.value;
	if (!visit || !co2eGrams) return null;
	const { requestCount, receivedBytes } = sumTraffic(visit.traffic);
	if (requestCount === 0 && receivedBytes === 0)
		return <Notice title={i18n.t('notice.waiting_title')} body={i18n.t('notice.waiting_body')} />;
	return (
		<>
			<PageCard visit={visit} co2eGrams={co2eGrams} strip={strip.strip.value} drop={strip.drop.value} />
			{visit.assistants && (
				<AssistantCard
					families={summariseAssistants(visit.assistants, model.equipment.value.profile.country)}
					tip={assistantTip(visit.assistants, model.week.isCourseDay.value)}
				/>
			)}
		</>
	);
}

/** Placeholder while the page's figures are read. */
function PageSkeleton() {
	return (
		<section class="card page appearing" aria-busy="true">
			<p class="unseen" role="status">
				{i18n.t('page.loading')}
			</p>
			<div class="skeleton" />
			<div class="skeleton" />
			<div class="skeleton" />
		</section>
	);
}
