import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Traffic } from '@/utils/core/schema/traffic';
import { NBSP } from '@/utils/core/units/wording';
import { groupTraffic } from './kind-groups';

const PERCENT = 100;
/** Less than this is written so: the unit byte is a long word, and the cells of a popup are narrow. */
const LEAST_BYTES = 1_000;

/**
 * A thin bar with one segment for each type of content, hidden from screen readers: put the figures beside it. Segments lie on top of
 * each other and are cut, so that none of them moves when another grows.
 */
export function KindBar({ traffic }: { readonly traffic: Traffic }) {
	const groups = groupTraffic(traffic);
	const total = groups.reduce((sum, { bytes }) => sum + bytes, 0);
	let end = 0;
	return (
		<div class="kind-bar" aria-hidden="true">
			{groups.map(({ group, bytes }) => {
				const start = end;
				end += (PERCENT * bytes) / total;
				return (
					<i key={group} data-kind={group} style={{ clipPath: `inset(0 ${PERCENT - end}% 0 ${start}% round 2px)` }} />
				);
			})}
		</div>
	);
}

/** The types of content with their colour and bytes: the legend of a bar, and its text. */
export function KindLegend({ traffic }: { readonly traffic: Traffic }) {
	const format = pageFormat();
	return (
		<ul class="legend" aria-label={i18n.t('page.by_kind')}>
			{groupTraffic(traffic).map(({ group, bytes }) => (
				<li key={group} data-kind={group}>
					<i data-kind={group} aria-hidden="true" />
					{i18n.t(`kind.${group}`)} {bytes < LEAST_BYTES ? `<${NBSP}${format.bytes(LEAST_BYTES)}` : format.bytes(bytes)}
				</li>
			))}
		</ul>
	);
}
