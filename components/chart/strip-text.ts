import { i18n } from '#i18n';
import type { Format } from '@/utils/core/units/format';

/** More digits would change with each slice. */
const RATE_DIGITS = 2;

/** Bytes a minute in two digits: `24 Mo/min`. */
export function perMinute(bytesPerMinute: number, format: Format): string {
	return i18n.t('strip.rate', [format.bytes(Number(bytesPerMinute.toPrecision(RATE_DIGITS)))]);
}
