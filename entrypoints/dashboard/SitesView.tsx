import { i18n } from '#i18n';
import { errorText } from '@/components/error-text';
import { Notice } from '@/components/Notice';
import { SiteForm } from '@/components/SiteForm';
import { SiteList } from '@/components/SiteList';
import type { createSitesView } from './sites-view';

/** The sites that the user chose to follow, and a way to add one. */
export function SitesView({ model }: { readonly model: ReturnType<typeof createSitesView> }) {
	const { sites, error, formStatus } = model;
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
				{sites.value && <SiteList sites={sites.value} onUnfollow={model.unfollow} />}
				<SiteForm status={formStatus.value} onAdd={model.add} />
			</section>
		</>
	);
}
