import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { PUBLISHED_HOURS } from '@/utils/core/carbon/published';
import { SOURCES } from '@/utils/core/carbon/sources';

/** What others published for an hour of video, with what each of them counts. */
export function PublishedHours() {
	const format = useFormat();
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
