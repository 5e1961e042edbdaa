import './carbon-card.css';
import { i18n } from '#i18n';
import { equivalencesDate, equivalenceText } from '@/components/card/equivalence-text';
import { pageFormat } from '@/components/layout/page-format';
import type { Equivalence } from '@/utils/core/carbon/equivalence';
import type { Estimate } from '@/utils/core/carbon/estimate';
import type { ModelEstimate } from '@/utils/core/carbon/models/models';

export interface CarbonCardProps {
	readonly estimate: Estimate;
	/** What the grams are comparable to, best first. */
	readonly equivalences: readonly Equivalence[];
	/** The grams by the other models. */
	readonly opinions: readonly ModelEstimate[];
	/** The equipment behind the grams, in words. */
	readonly equipment: string;
	/** True while the equipment is guessed. */
	readonly isGuessed: boolean;
	readonly settingsHref: string;
	readonly methodHref: string;
}

const PARTS = [
	['deviceMade', 'carbon.device_made'],
	['deviceUsed', 'carbon.device_used'],
	['network', 'carbon.network'],
	['dataCentre', 'carbon.data_centre'],
] as const satisfies readonly (readonly [keyof Estimate['parts'], string])[];

/** The grams by part, by other models and in comparison, and the equipment behind them. */
export function CarbonCard(props: CarbonCardProps) {
	const { estimate, equivalences, opinions, equipment, isGuessed } = props;
	const format = pageFormat();
	const point = (grams: number) => format.mass({ low: grams, central: grams, high: grams });
	return (
		<section class="card carbon" aria-labelledby="carbon-title">
			<h2 id="carbon-title">{i18n.t('carbon.title')}</h2>
			<div class="columns">
				<Rows
					title={i18n.t('carbon.parts')}
					rows={PARTS.map(([part, label]) => [i18n.t(label), format.mass(estimate.parts[part])])}
				/>
				<Rows
					title={i18n.t('carbon.opinions')}
					rows={opinions.map(({ model, grams }) => [i18n.t(`method.model_name.${model.id}`), point(grams)])}
				/>
				{equivalences.length > 0 && (
					<div>
						<h3>{i18n.t('carbon.equivalences')}</h3>
						<ul>
							{equivalences.map((equivalence) => (
								<li key={equivalence.id}>{equivalenceText(equivalence, format)}</li>
							))}
						</ul>
						<small class="soft">{i18n.t('carbon.equivalences_source', [equivalencesDate(format)])}</small>
					</div>
				)}
			</div>
			<p class="soft">
				{i18n.t(isGuessed ? 'carbon.guessed_for' : 'carbon.set_for', [equipment])}{' '}
				<a href={props.settingsHref}>{i18n.t(isGuessed ? 'profile.check' : 'profile.change')}</a>
				{' · '}
				<a href={props.methodHref}>{i18n.t('carbon.method')}</a>
			</p>
		</section>
	);
}

type Row = readonly [label: string, value: string];

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
	return (
		<div>
			<h3>{title}</h3>
			<dl>
				{rows.map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd class="figure">{value}</dd>
					</div>
				))}
			</dl>
		</div>
	);
}
