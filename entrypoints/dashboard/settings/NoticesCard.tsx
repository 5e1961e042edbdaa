import { i18n } from '#i18n';
import { CheckField } from '@/components/form/CheckField';
import type { Notices } from '@/utils/core/schema/settings';
import type { NoticesStatus } from './notices-model';

export interface NoticesCardProps {
	readonly notices: Notices;
	readonly status: NoticesStatus;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onChange: (notices: Notices) => void;
}

/** The badge and the weekly reminder, both off by default. */
export function NoticesCard({ notices, status, onChange }: NoticesCardProps) {
	return (
		<form class="card profile notices" aria-labelledby="notices-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="notices-title">{i18n.t('notices.title')}</h2>
			<p class="soft">{i18n.t('notices.body')}</p>
			<CheckField
				label={i18n.t('notices.badge')}
				isOn={notices.hasBadge}
				onChange={(hasBadge) => onChange({ ...notices, hasBadge })}
			/>
			<CheckField
				label={i18n.t('notices.nudge')}
				isOn={notices.hasNudge}
				onChange={(hasNudge) => onChange({ ...notices, hasNudge })}
			/>
			<p class="soft" role="status">
				{status !== 'idle' && i18n.t(`notices.${status}`)}
			</p>
		</form>
	);
}
