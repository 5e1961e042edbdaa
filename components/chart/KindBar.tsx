import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import type { Traffic } from '@/utils/core/visit/traffic';
import { groupTraffic } from './kind-groups';

/** A thin bar, one segment a kind; drawn only: put the figures beside it. */
export function KindBar({ traffic }: { readonly traffic: Traffic }) {
	return (
		<div class="kind-bar" aria-hidden="true">
			{groupTraffic(traffic).map(({ group, bytes }) => (
				<i key={group} data-kind={group} style={{ flexGrow: bytes, flexBasis: 0 }} />
			))}
		</div>
	);
}

/** The kinds with their colour and bytes: legend of a bar, and its text twin. */
export function KindLegend({ traffic }: { readonly traffic: Traffic }) {
	const format = useFormat();
	return (
		<ul class="legend" aria-label={i18n.t('page.by_kind')}>
			{groupTraffic(traffic).map(({ group, bytes }) => (
				<li key={group}>
					<i data-kind={group} aria-hidden="true" />
					{i18n.t(`kind.${group}`)} {format.bytes(bytes)}
				</li>
			))}
		</ul>
	);
}
