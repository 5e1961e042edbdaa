import { i18n } from '#i18n';
import type { ErrorCode } from '@/utils/messaging/protocol';

const KEY_OF = {
	'bad-request': 'notice.bad_request',
	'not-allowed': 'notice.not_allowed',
	'store-failed': 'notice.store_failed',
	'no-answer': 'notice.no_answer',
} as const satisfies Record<ErrorCode, string>;

/** Words for the error code of a reply. */
export function errorText(error: ErrorCode): string {
	return i18n.t(KEY_OF[error]);
}
