import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { AsideFiles } from './group-state';

/** The files that are not counted, each with its reason. */
export function SetAsideList({ files: { named, count: total } }: { readonly files: AsideFiles }) {
	const { count } = pageFormat();
	const restCount = total - named.length;
	if (total === 0) return null;
	return (
		<section class="card panel" aria-labelledby="aside-title">
			<h2 id="aside-title">{i18n.t('group.aside', total, [count(total)])}</h2>
			<ul class="aside-files">
				{named.map(({ name, reason }, index) => (
					<li key={`${index} ${name}`}>
						<b>{name}</b> <span class="soft">{i18n.t(`group.why.${textKey(reason)}`)}</span>
					</li>
				))}
			</ul>
			{restCount > 0 && <p class="soft">{i18n.t('group.aside_more', restCount, [count(restCount)])}</p>}
		</section>
	);
}
