import { i18n } from '#i18n';
import { KnownPlatforms } from '@/components/card/KnownPlatforms';
import { CheckField } from '@/components/form/CheckField';
import type { FollowingModel } from './following-model';

/** The pause of all sites, the known platforms, and the sites that are left out. */
export function FollowingCard({ model }: { readonly model: FollowingModel }) {
	const following = model.following.value;
	if (!following) return null;
	return (
		<section class="card panel following">
			<CheckField
				label={i18n.t('pause.setting')}
				isOn={following.isEverywhere}
				onChange={(isOn) => void model.pause(null, isOn)}
			/>
			<p class="soft" role="status">
				{i18n.t(following.isEverywhere ? 'pause.body.everywhere' : 'pause.setting_about')}
			</p>
			<KnownPlatforms
				state={model.known.value}
				count={following.knownMatches.length}
				onFollow={() => void model.followKnown(true)}
				onUnfollow={() => void model.followKnown(false)}
			/>
			<SuspendedList
				title={i18n.t('pause.list')}
				hosts={following.hosts}
				button={i18n.t('pause.back.site')}
				onBack={(host) => model.pause(host, false)}
			/>
			<SuspendedList
				title={i18n.t('pause.left_out_list')}
				hosts={following.leftOut}
				button={i18n.t('pause.back.left_out')}
				onBack={(host) => model.leave(host, false)}
			/>
		</section>
	);
}

interface SuspendedListProps {
	readonly title: string;
	readonly hosts: readonly string[];
	readonly button: string;
	readonly onBack: (host: string) => void;
}

/** Hosts with a button each to measure them again; nothing without any. */
function SuspendedList({ title, hosts, button, onBack }: SuspendedListProps) {
	if (hosts.length === 0) return null;
	return (
		<>
			<h2>{title}</h2>
			<ul class="sites">
				{hosts.map((host) => (
					<li key={host}>
						<span>{host}</span>
						<button type="button" aria-label={i18n.t('pause.back_for', [button, host])} onClick={() => onBack(host)}>
							{button}
						</button>
					</li>
				))}
			</ul>
		</>
	);
}
