import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import type { View } from '@/entrypoints/dashboard/context/context';
import type { EraseStep } from '@/entrypoints/dashboard/data/erase-model';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { FollowingCard } from './FollowingCard';
import { createFollowingModel, type FollowingModel } from './following-model';
import { SiteForm } from './SiteForm';
import { SiteList } from './SiteList';
import { createSitesModel } from './sites-model';

/** The view of the followed sites. */
export function openSites(): View {
	const load = async () => {
		await following.load();
		await model.load();
	};
	const following = createFollowingModel(load);
	const model = createSitesModel(following.knownMatches);
	return { render: () => <SitesView model={model} following={following} />, load };
}

type SitesModel = ReturnType<typeof createSitesModel>;

interface SitesViewProps {
	readonly model: SitesModel;
	readonly following: FollowingModel;
}

function SitesView({ model, following }: SitesViewProps) {
	const { sites, error, formStatus, left, erasing } = model;
	return (
		<>
			<ViewHeading title={i18n.t('sites.title')} about={i18n.t('sites.body')} />
			{error.value !== null && <ErrorNotice error={error.value} onAction={model.load} />}
			<section class="card panel">
				{sites.value && (
					<SiteList
						sites={sites.value}
						suspended={suspendedHosts(following)}
						onUnfollow={model.unfollow}
						onRemove={model.remove}
						onRestore={model.restore}
						onPause={(host) => following.pause(host, true)}
						onLeave={(host) => following.leave(host, true)}
					/>
				)}
				{left.value !== null && <LeftSite host={left.value} erasing={erasing} />}
				<SiteForm status={formStatus.value} onAdd={model.add} />
			</section>
			<FollowingCard model={following} />
		</>
	);
}

/** The hosts that the card below lists, with a way back. */
function suspendedHosts({ following }: FollowingModel): readonly string[] {
	return [...(following.value?.hosts ?? []), ...(following.value?.leftOut ?? [])];
}

/** Offers to erase the figures of an unfollowed site, with some seconds to undo it. */
function LeftSite({ host, erasing }: Pick<SitesModel, 'erasing'> & { readonly host: string }) {
	const step = erasing.step.value;
	return (
		<div class="left-site">
			<p role="status">{statusOf(host, step, erasing.secondsLeft.value)}</p>
			{step === 'waiting' && (
				<button type="button" class="main" onClick={erasing.cancel}>
					{i18n.t('tip.undo')}
				</button>
			)}
			{(step === 'idle' || step === 'failed') && (
				<button type="button" class="danger" onClick={erasing.confirm}>
					{i18n.t('sites.erase')}
				</button>
			)}
		</div>
	);
}

function statusOf(host: string, step: EraseStep, secondsLeft: number): string {
	if (step === 'waiting') return i18n.t('erase.waiting', secondsLeft, [String(secondsLeft)]);
	if (step === 'failed') return i18n.t('erase.failed');
	return i18n.t(step === 'done' ? 'sites.erased' : 'sites.left', [host]);
}
