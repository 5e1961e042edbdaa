import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';
import type { PopupView } from './view';

type Offer = Extract<PopupView, { readonly name: 'follow' | 'restore' }>;

interface FollowNoticeProps {
	readonly view: Offer;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onFollow: () => void;
	/** The site is not to be offered any more. */
	readonly onLeave: () => void;
}

/** The offer to follow the site in the tab or to restore access to it, and what became of it. */
export function FollowNotice({ view, onFollow, onLeave }: FollowNoticeProps) {
	const { progress } = view;
	const { title, body, button, isMain } = textsOf(view);
	const hasRestoreRefused = view.name === 'restore' && progress === 'refused';
	const status = progress === 'idle' ? null : hasRestoreRefused ? 'restore.refused' : (`follow.${progress}` as const);
	return (
		<Notice title={title} body={body} status={status && i18n.t(status, [view.host])}>
			{progress !== 'done' && (
				<button type="button" class={isMain ? 'main' : ''} disabled={progress === 'asking'} onClick={onFollow}>
					{button}
				</button>
			)}
			{view.name === 'follow' && progress !== 'done' && (
				<button type="button" class="link" onClick={onLeave}>
					{i18n.t('pause.not_here')}
				</button>
			)}
		</Notice>
	);
}

function textsOf(view: Offer) {
	const { host } = view;
	if (view.name === 'restore')
		return {
			title: i18n.t('restore.title', [host]),
			body: i18n.t(view.isManaged ? 'restore.managed_body' : 'restore.body'),
			button: i18n.t('restore.button'),
			isMain: true,
		};
	const isKnown = view.platformName !== null;
	return {
		title: isKnown ? i18n.t('follow.found_title', [view.platformName]) : i18n.t('follow.other_title'),
		body: i18n.t(isKnown ? 'follow.found_body' : 'follow.other_body', [host]),
		button: i18n.t(isKnown ? 'follow.button' : 'follow.by_hand'),
		isMain: isKnown,
	};
}
