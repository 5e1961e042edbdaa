import './method.css';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { equipmentText } from '@/entrypoints/dashboard/period/equipment-text';
import { ASSISTANT_FACTORS } from '@/utils/core/assistants/factors';
import type { Factor } from '@/utils/core/carbon/factors';
import { type MethodFigures, methodFigures } from '@/utils/core/carbon/method';
import { AssistantMethod } from './AssistantMethod';
import { FactorTable } from './FactorTable';
import { ModelTable } from './ModelTable';
import { PublishedHours } from './PublishedHours';

export interface MethodProps {
	readonly figures: MethodFigures;
	/** Version of the extension, for the citation. */
	readonly version: string;
	/** Local day of today, `YYYY-MM-DD`, for the citation. */
	readonly today: string;
}

/** In the order of display. */
const TOPIC_KEY = {
	device: 'method.topic.device',
	grid: 'method.topic.grid',
	network: 'method.topic.network',
	dataCentre: 'method.topic.data_centre',
	bounds: 'method.topic.bounds',
	swdm: 'method.topic.swdm',
	equivalence: 'method.topic.equivalence',
	assistant: 'method.topic.assistant',
} as const satisfies Record<Factor['topic'], string>;

/** The view of the method, with figures for the user's own equipment. */
export function openMethod({ profile, version, today }: DashboardContext): View {
	return {
		render: () => (
			<>
				<ViewHeading title={i18n.t('nav.method')} />
				<Method figures={methodFigures(profile.value.profile)} version={version} today={today.value} />
			</>
		),
	};
}

/** How the figures are measured and estimated, with sources. */
export function Method({ figures, version, today }: MethodProps) {
	const format = pageFormat();
	const { profile, hour, hourByModel } = figures;
	const factors = [...figures.factors, ...ASSISTANT_FACTORS];
	const equipment = equipmentText(profile);
	return (
		<article class="card method">
			<section aria-labelledby="method-principle">
				<h2 id="method-principle">{i18n.t('method.principle')}</h2>
				<p>{i18n.t('method.principle_measured')}</p>
				<p>{i18n.t('method.principle_estimated')}</p>
			</section>
			<section aria-labelledby="method-models">
				<h2 id="method-models">{i18n.t('method.models')}</h2>
				<p>{i18n.t('method.models_body', [equipment])}</p>
				<ModelTable hourByModel={hourByModel} />
				<PublishedHours />
			</section>
			<section aria-labelledby="method-range">
				<h2 id="method-range">{i18n.t('method.range')}</h2>
				<p>{i18n.t('method.range_body', [format.grams(hour.co2eGrams)])}</p>
				<ul>
					<li>{i18n.t('method.range_made', [format.mass(hour.parts.deviceMade)])}</li>
					<li>{i18n.t('method.range_used', [format.mass(hour.parts.deviceUsed)])}</li>
					<li>{i18n.t(`method.range_${profile.network}`, [format.mass(hour.parts.network)])}</li>
					<li>{i18n.t('method.range_data_centre', [format.mass(hour.parts.dataCentre)])}</li>
				</ul>
				<p>{i18n.t('method.avoided')}</p>
			</section>
			<section aria-labelledby="method-missing">
				<h2 id="method-missing">{i18n.t('method.missing')}</h2>
				<ul>
					<li>{i18n.t('method.missing_making')}</li>
					<li>{i18n.t('method.missing_place')}</li>
					<li>{i18n.t('method.missing_idle')}</li>
					<li>{i18n.t('method.missing_people')}</li>
					<li>{i18n.t('method.missing_other')}</li>
				</ul>
			</section>
			<AssistantMethod today={today} />
			<section aria-labelledby="method-factors">
				<h2 id="method-factors">{i18n.t('method.factors')}</h2>
				<p>{i18n.t('method.factors_years')}</p>
				{Object.entries(TOPIC_KEY).map(([topic, key]) => (
					<FactorTable key={topic} title={i18n.t(key)} factors={factors.filter((factor) => factor.topic === topic)} />
				))}
			</section>
			<section aria-labelledby="method-cite">
				<h2 id="method-cite">{i18n.t('method.cite')}</h2>
				<p>{i18n.t('method.cite_body')}</p>
				<blockquote>{i18n.t('method.citation', [version, equipment, today])}</blockquote>
			</section>
		</article>
	);
}
