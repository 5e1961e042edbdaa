import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import type { View } from '@/entrypoints/dashboard/context/context';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { LeftSite } from './LeftSite';
import { SiteForm } from './SiteForm';
import { SiteList } from './SiteList';
import { createSitesModel } from './sites-model';

/** The view of the followed sites. */
export function openSites(): View {
	const model = createSitesModel();
	return { render: () => <SitesView model={model} />, load: model.load };
}

function SitesView({ model }: { readonly model: ReturnType<typeof createSitesModel> }) {
	const { sites, error, formStatus, left, erasing } = model;
	return (
		<>
			<ViewHeading title={i18n.t('sites.title')} about={i18n.t('sites.body')} />
			{error.value !== null && <ErrorNotice error={error.value} onAction={model.load} />}
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
