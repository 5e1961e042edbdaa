import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';
import type { FollowProgress } from './FollowNotice';

export interface RestoreNoticeProps {
	readonly host: string;
	/** True when the organisation follows the site. */
	readonly isManaged: boolean;
	readonly progress: FollowProgress;
	/** Called inside the click, as the browsers want it for a permission request. */
	readonly onRestore: () => void;
}

/** A site that is followed and whose permission is not there: one click asks for it again. */
export function RestoreNotice({ host, isManaged, progress, onRestore }: RestoreNoticeProps) {
	return (
		<Notice
			title={i18n.t('restore.title', [host])}
			body={i18n.t(isManaged ? 'restore.managed_body' : 'restore.body')}
			status={
				progress === 'idle' ? null : i18n.t(progress === 'refused' ? 'restore.refused' : `follow.${progress}`, [host])
			}
		>
			{progress !== 'done' && (
				<button type="button" class="main" disabled={progress === 'asking'} onClick={onRestore}>
					{i18n.t('restore.button')}
				</button>
			)}
		</Notice>
	);
}
