import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { textKey } from '@/components/layout/text-key';
import type { SharedError } from '@/utils/core/group/shared-week';

/** Why a file was not counted: what it is, `same` for a week that another file had told, `too-big`, or that it cannot be read. */
export type AsideReason = SharedError | 'same' | 'too-big' | 'unreadable';

/** A file that was set aside. */
export interface AsideFile {
	readonly name: string;
	readonly reason: AsideReason;
}

/** More lines than anybody reads; how many follow is said. */
const MAX_LINES = 100;

/** The files that are not counted, each with its reason. */
export function SetAsideList({ files }: { readonly files: readonly AsideFile[] }) {
	const { count } = useFormat();
	const restCount = Math.max(0, files.length - MAX_LINES);
	if (files.length === 0) return null;
	return (
		<section class="card panel" aria-labelledby="aside-title">
			<h2 id="aside-title">{i18n.t('group.aside', files.length, [count(files.length)])}</h2>
			<ul class="aside-files">
				{files.slice(0, MAX_LINES).map(({ name, reason }, index) => (
					<li key={`${index} ${name}`}>
						<b>{name}</b> <span class="soft">{i18n.t(`group.why.${textKey(reason)}`)}</span>
					</li>
				))}
			</ul>
			{restCount > 0 && <p class="soft">{i18n.t('group.aside_more', restCount, [count(restCount)])}</p>}
		</section>
	);
}
