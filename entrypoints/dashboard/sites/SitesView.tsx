import { i18n } from '#i18n';
import { errorText } from '@/components/layout/error-text';
import { Notice } from '@/components/layout/Notice';
import { LeftSite } from './LeftSite';
import { SiteForm } from './SiteForm';
import { SiteList } from './SiteList';
import type { createSitesView } from './sites-view';

/** The sites that the user chose to follow, and a way to add one. */
export function SitesView({ model }: { readonly model: ReturnType<typeof createSitesView> }) {
	const { sites, error, formStatus, left, erasing } = model;
	return (
		<>
			<div class="heading">
				<div>
					<h1>{i18n.t('sites.title')}</h1>
					<p class="soft">{i18n.t('sites.body')}</p>
				</div>
			</div>
			{error.value !== null && (
				<Notice title={i18n.t('notice.error_title')} body={errorText(error.value)} isAlarm>
					<button type="button" class="main" onClick={model.load}>
						{i18n.t('action.retry')}
					</button>
				</Notice>
			)}
			<section class="card panel">
				{sites.value && <SiteList sites={sites.value} onUnfollow={model.unfollow} onRestore={model.restore} />}
				{left.value !== null && (
					<LeftSite
						host={left.value}
						step={erasing.step.value}
						secondsLeft={erasing.secondsLeft.value}
						onErase={erasing.confirm}
						onCancel={erasing.cancel}
					/>
				)}
				<SiteForm status={formStatus.value} onAdd={model.add} />
			</section>
		</>
	);
}
