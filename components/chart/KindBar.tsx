import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Traffic } from '@/utils/core/schema/traffic';
import { groupTraffic } from './kind-groups';

/** A thin bar with one segment for each type of content, hidden from screen readers: put the figures beside it. */
export function KindBar({ traffic }: { readonly traffic: Traffic }) {
	return (
		<div class="kind-bar" aria-hidden="true">
			{groupTraffic(traffic).map(({ group, bytes }) => (
				<i key={group} data-kind={group} style={{ flexGrow: bytes, flexBasis: 0 }} />
			))}
		</div>
	);
}

/** The types of content with their colour and bytes: the legend of a bar, and its text. */
export function KindLegend({ traffic }: { readonly traffic: Traffic }) {
	const format = pageFormat();
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
