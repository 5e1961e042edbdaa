import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';

/** How far following a site has come. */
export type FollowProgress = 'idle' | 'asking' | 'refused' | 'failed' | 'done';

export interface FollowNoticeProps {
	readonly host: string;
	/** Name of the platform that the page's signals tell; null when none is recognised. */
	readonly platformName: string | null;
	readonly progress: FollowProgress;
	/** Called inside the click, as the browsers want it for a permission request. */
	readonly onFollow: () => void;
}

/** The offer to follow the site in the tab, and what became of it. */
export function FollowNotice({ host, platformName, progress, onFollow }: FollowNoticeProps) {
	const isKnown = platformName !== null;
	return (
		<Notice
			title={isKnown ? i18n.t('follow.found_title', [platformName]) : i18n.t('follow.other_title')}
			body={i18n.t(isKnown ? 'follow.found_body' : 'follow.other_body', [host])}
			status={progress === 'idle' ? null : i18n.t(`follow.${progress}`, [host])}
		>
			{progress !== 'done' && (
				<button type="button" class={isKnown ? 'main' : ''} disabled={progress === 'asking'} onClick={onFollow}>
					{i18n.t(isKnown ? 'follow.button' : 'follow.by_hand')}
				</button>
			)}
		</Notice>
	);
}
