import { i18n } from '#i18n';

/** What became of the question for notifications. */
export type NoticesStatus = 'idle' | 'asking' | 'refused';

/** What Sobrio shows by itself, outside its own pages. */
interface Shown {
	readonly hasBadge: boolean;
	readonly hasNudge: boolean;
}

export interface NoticesCardProps {
	readonly notices: Shown;
	readonly status: NoticesStatus;
	/** Called inside the click, as the browsers want it for a permission request. */
	readonly onChange: (notices: Shown) => void;
}

/** The badge and the weekly reminder: both off until they are asked for. */
export function NoticesCard({ notices, status, onChange }: NoticesCardProps) {
	const check = (field: keyof Shown, text: string) => (
		<label class="check">
			<input
				type="checkbox"
				checked={notices[field]}
				onChange={({ currentTarget }) => onChange({ ...notices, [field]: currentTarget.checked })}
			/>{' '}
			{text}
		</label>
	);
	return (
		<form class="card profile notices" aria-labelledby="notices-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="notices-title">{i18n.t('notices.title')}</h2>
			<p class="soft">{i18n.t('notices.body')}</p>
			{check('hasBadge', i18n.t('notices.badge'))}
			{check('hasNudge', i18n.t('notices.nudge'))}
			<p class="soft" role="status">
				{status !== 'idle' && i18n.t(`notices.${status}`)}
			</p>
		</form>
	);
}
