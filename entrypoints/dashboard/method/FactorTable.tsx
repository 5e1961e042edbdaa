import { i18n } from '#i18n';
import type { Factor } from '@/utils/core/carbon/factors';
import { SOURCES } from '@/utils/core/carbon/sources';
import { factorLabel, factorValue } from './factor-text';

export interface FactorTableProps {
	/** Heading of the table. */
	readonly title: string;
	readonly factors: readonly Factor[];
}

/** Factors of one topic, each with its unit, publisher, year and link. */
export function FactorTable({ title, factors }: FactorTableProps) {
	return (
		<details class="factors">
			<summary>{title}</summary>
			<div class="wide">
				<table>
					<caption class="unseen">{title}</caption>
					<thead>
						<tr>
							<th scope="col">{i18n.t('method.factor')}</th>
							<th scope="col">{i18n.t('method.value')}</th>
							<th scope="col">{i18n.t('method.source')}</th>
							<th scope="col">{i18n.t('method.year')}</th>
						</tr>
					</thead>
					<tbody>
						{factors.map((factor) => {
							const { publisher, title: work, year, link } = SOURCES[factor.source];
							return (
								<tr key={`${factor.source} ${factor.id}`}>
									<th scope="row">{factorLabel(factor)}</th>
									<td class="figure">{factorValue(factor)}</td>
									<td>
										<a href={link} target="_blank" rel="noreferrer">
											{publisher}
										</a>
										<small class="soft">{work}</small>
									</td>
									<td>{year}</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</details>
	);
}
