import { i18n } from '#i18n';
import type { ErrorCode } from '@/utils/core/schema/page-messages';
import { Notice } from './Notice';
import { textKey } from './text-key';

export interface ErrorNoticeProps {
	readonly error: ErrorCode;
	/** What the button is called: "Retry" if absent. */
	readonly action?: string;
	/** False where another button of the page is the main one. */
	readonly isMain?: boolean;
	readonly onAction: () => void;
}

/** A failed request in words, with a button to try again. */
export function ErrorNotice({ error, action = i18n.t('action.retry'), isMain = true, onAction }: ErrorNoticeProps) {
	return (
		<Notice title={i18n.t('notice.error_title')} body={i18n.t(`notice.${textKey(error)}`)} isAlarm>
			<button type="button" class={isMain ? 'main' : undefined} onClick={onAction}>
				{action}
			</button>
		</Notice>
	);
}
