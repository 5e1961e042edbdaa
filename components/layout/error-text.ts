import { i18n } from '#i18n';
import { textKey } from './text-key';

/** Words for the error code of a reply. */
export function errorText(error: 'bad-request' | 'not-allowed' | 'store-failed' | 'no-answer'): string {
	return i18n.t(`notice.${textKey(error)}`);
}
