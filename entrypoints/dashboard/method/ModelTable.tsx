import { i18n } from '#i18n';
import type { MethodFigures } from '@/utils/core/carbon/method';
import { unbroken } from '@/utils/core/units/wording';

/** The same hour of video by each model, with what the model counts. */
export function ModelTable({ hourByModel }: Pick<MethodFigures, 'hourByModel'>) {
	const grams = new Intl.NumberFormat(i18n.t('language'), {
		style: 'unit',
		unit: 'gram',
		maximumSignificantDigits: 3,
	});
	return (
		<div class="wide">
			<table aria-labelledby="method-models">
				<thead>
					<tr>
						<th scope="col">{i18n.t('method.model')}</th>
						<th scope="col">CO₂e</th>
						<th scope="col">{i18n.t('method.counts')}</th>
						<th scope="col">{i18n.t('method.year')}</th>
					</tr>
				</thead>
				<tbody>
					{hourByModel.map(({ model, grams: value }) => (
						<tr key={model.id}>
							<th scope="row">
								<a href={model.link} target="_blank" rel="noreferrer">
									{i18n.t(`method.model_name.${model.id}`)}
								</a>
								<small class="soft">{model.publisher}</small>
							</th>
							<td class="figure">{unbroken(grams.format(value))}</td>
							<td>{i18n.t(`method.model_counts.${model.id}`)}</td>
							<td>{model.year}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
