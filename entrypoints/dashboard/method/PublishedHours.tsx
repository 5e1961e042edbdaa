import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { PUBLISHED_HOURS } from '@/utils/core/carbon/published';
import { SOURCES } from '@/utils/core/carbon/sources';

/** Published figures for an hour of video, with what each counts. */
export function PublishedHours() {
	const format = pageFormat();
	return (
		<>
			<h3 id="method-published">{i18n.t('method.published')}</h3>
			<ul aria-labelledby="method-published">
				{PUBLISHED_HOURS.map(({ id, grams, source }) => {
					const { publisher, year, link } = SOURCES[source];
					return (
						<li key={id}>
							<a href={link} target="_blank" rel="noreferrer">
								{publisher}
							</a>
							{' · '}
							{year}
							{' · '}
							{i18n.t(`method.published_${id}`, [format.mass(grams)])}
						</li>
					);
				})}
			</ul>
		</>
	);
}
