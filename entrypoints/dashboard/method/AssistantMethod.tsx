import { i18n } from '#i18n';
import { publishedText } from '@/components/card/assistant-text';
import { checkedAssistants } from '@/utils/core/assistants/checked';
import { PUBLISHED_ANSWERS } from '@/utils/core/assistants/published';
import { SOURCES } from '@/utils/core/carbon/sources';

/** How answers of AI assistants are counted and estimated, what providers published, and when each known assistant was checked. */
export function AssistantMethod({ today }: { readonly today: string }) {
	return (
		<section aria-labelledby="method-assistants">
			<h2 id="method-assistants">{i18n.t('method.assistants')}</h2>
			<p>{i18n.t('method.assistants_counted')}</p>
			<p>{i18n.t('method.assistants_estimated')}</p>
			<p>{i18n.t('method.assistants_missing')}</p>
			<h3 id="method-answers">{i18n.t('method.answers')}</h3>
			<ul aria-labelledby="method-answers">
				{PUBLISHED_ANSWERS.map((each) => {
					const { publisher, year, link } = SOURCES[each.source];
					return (
						<li key={each.id}>
							<a href={link} target="_blank" rel="noreferrer">
								{publisher}
							</a>
							{` · ${year} · ${publishedText(each)}`}
						</li>
					);
				})}
			</ul>
			<h3 id="method-checked">{i18n.t('method.checked')}</h3>
			<ul aria-labelledby="method-checked">
				{checkedAssistants(today).map(({ name, checkedOn, isStale }) => (
					<li key={name}>{i18n.t(isStale ? 'method.checked_long_ago' : 'method.checked_on', [name, checkedOn])}</li>
				))}
			</ul>
		</section>
	);
}
