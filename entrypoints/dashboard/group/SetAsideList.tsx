import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { SharedError } from '@/utils/core/group/shared-week';

/** Why a file is not counted: its content, `same` for a week that another file held, `too-big` or `unreadable`. */
export type AsideReason = SharedError | 'same' | 'too-big' | 'unreadable';

/** A file that is not counted. */
export interface AsideFile {
	readonly name: string;
	readonly reason: AsideReason;
}

/** Maximum rows shown; the rest are counted. */
const MAX_ROWS = 100;

/** The files that are not counted, each with its reason. */
export function SetAsideList({ files }: { readonly files: readonly AsideFile[] }) {
	const { count } = pageFormat();
	const restCount = Math.max(0, files.length - MAX_ROWS);
	if (files.length === 0) return null;
	return (
		<section class="card panel" aria-labelledby="aside-title">
			<h2 id="aside-title">{i18n.t('group.aside', files.length, [count(files.length)])}</h2>
			<ul class="aside-files">
				{files.slice(0, MAX_ROWS).map(({ name, reason }, index) => (
					<li key={`${index} ${name}`}>
						<b>{name}</b> <span class="soft">{i18n.t(`group.why.${textKey(reason)}`)}</span>
					</li>
				))}
			</ul>
			{restCount > 0 && <p class="soft">{i18n.t('group.aside_more', restCount, [count(restCount)])}</p>}
		</section>
	);
}
