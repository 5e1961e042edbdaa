import { i18n } from '#i18n';

const KEY_OF = {
	'bad-request': 'notice.bad_request',
	'not-allowed': 'notice.not_allowed',
	'store-failed': 'notice.store_failed',
	'no-answer': 'notice.no_answer',
} as const;

/** Words for the error code of a reply. */
export function errorText(error: keyof typeof KEY_OF): string {
	return i18n.t(KEY_OF[error]);
}
