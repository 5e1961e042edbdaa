import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { KindBar, KindLegend } from '@/components/chart/KindBar';
import { pageFormat } from '@/components/layout/page-format';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { Range } from '@/utils/core/units/range';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { qualityTexts } from './quality-texts';

export interface PageCardProps {
	readonly traffic: Traffic;
	readonly co2eGrams: Range;
	/** Lines below the legend: the current video, the offer to measure exactly. */
	readonly children?: ComponentChildren;
}

/** What the page has received and sent so far. */
export function PageCard({ traffic, co2eGrams, children }: PageCardProps) {
	const format = pageFormat();
	const total = sumTraffic(traffic);
	const quality = qualityTexts(total, format);
	return (
		<section class="card page" aria-labelledby="page-title">
			<h2 id="page-title">{i18n.t('page.title')}</h2>
			<div class="headline">
				<p class="figure">{format.bytes(total.receivedBytes)}</p>
				<p class="soft">
					{quality.length > 0 && <span>{quality.join(', ')}</span>}
					<span>{format.grams(co2eGrams)}</span>
				</p>
			</div>
			<KindBar traffic={traffic} />
			<KindLegend traffic={traffic} />
			{children}
		</section>
	);
}
