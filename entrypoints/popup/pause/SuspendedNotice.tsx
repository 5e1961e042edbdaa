import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';
import type { PauseModel, SuspendedSite } from './pause-model';

interface SuspendedNoticeProps {
	readonly site: SuspendedSite;
	readonly pause: PauseModel;
}

/** Why nothing is measured on the site of the tab, and the way back. */
export function SuspendedNotice({ site, pause }: SuspendedNoticeProps) {
	const { suspension, host } = site;
	const key = suspension === 'left-out' ? 'left_out' : suspension === 'paused' ? 'site' : 'everywhere';
	return (
		<Notice
			title={i18n.t(`pause.title.${key}`, [host])}
			body={i18n.t(`pause.body.${key}`, [host])}
			status={pause.isRefused.value ? i18n.t('follow.refused', [host]) : null}
		>
			<button type="button" class="main" onClick={() => pause.goOn(site)}>
				{i18n.t(`pause.back.${key}`)}
			</button>
		</Notice>
	);
}
