import { i18n } from '#i18n';
import { MEASURES, type Measure } from './chart-measures';

export interface MeasureChoiceProps {
	readonly measure: Measure;
	/** Address of the same period with another measure. */
	readonly hrefOf: (measure: Measure) => string;
}

/** The measure of a chart: plain links, so that back, bookmark and reload work. */
export function MeasureChoice({ measure, hrefOf }: MeasureChoiceProps) {
	return (
		<ul class="measures" aria-label={i18n.t('chart.choice')}>
			{MEASURES.map((each) => (
				<li key={each}>
					<a href={hrefOf(each)} aria-current={each === measure ? 'true' : undefined}>
						{i18n.t(`chart.measure.${each}`)}
					</a>
				</li>
			))}
		</ul>
	);
}
