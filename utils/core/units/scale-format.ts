import { NBSP, unbroken } from './wording';

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;
/** Decimal units, as network operators and ADEME count: 1 MB = 1,000,000 bytes. */
const BYTES_STEP = 1000;
/** Amounts below this are shown with one decimal. */
const DECIMAL_BELOW = 9.95;

const SECOND_MS = 1000;
const MINUTE_SECONDS = 60;
const HOUR_MINUTES = 60;

/** A formatter of bytes: `212 Mo`, `1,8 Go`; the unit byte is spelled out. */
export function bytesFormat(locale: string): (bytes: number) => string {
	const formats = BYTE_UNITS.map((unit) => {
		const unitDisplay = unit === 'byte' ? 'long' : 'short';
		const style = { style: 'unit', unit, unitDisplay } as const;
		return {
			fine: new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: unit === 'byte' ? 0 : 1 }),
			whole: new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 }),
		};
	});
	const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', unitDisplay: 'short' });
	const zero = unbroken(megabytes.format(0));
	return (bytes) => {
		if (bytes === 0) return zero;
		let amount = Math.max(1, Math.abs(bytes));
		let index = 0;
		while (Math.round(amount) >= BYTES_STEP && index < formats.length - 1) {
			amount /= BYTES_STEP;
			index++;
		}
		const format = formats[index] as (typeof formats)[number];
		return unbroken((amount < DECIMAL_BELOW ? format.fine : format.whole).format(Math.sign(bytes) * amount));
	};
}

/** A formatter of shares, 0 to 1: `91 %`. Only exactly 0 and 1 are written 0 % and 100 %. */
export function shareFormat(locale: string): (share: number) => string {
	const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
	const [least, most] = [0.01, 0.99];
	return (share) => format.format(share > 0 && share < 1 ? Math.min(most, Math.max(least, share)) : share);
}

/** A formatter of durations in milliseconds: `40 s`, `58 min`, `3 h 20`. */
export function durationFormat(locale: string, hasBareMinutes: boolean): (ms: number) => string {
	const unitFormat = (unit: string) => {
		const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
		return { format: (amount: number) => unbroken(format.format(amount)) };
	};
	const [hour, minute, second] = [unitFormat('hour'), unitFormat('minute'), unitFormat('second')];
	const bare = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
	return (ms) => {
		if (ms <= 0) return minute.format(0);
		const seconds = Math.max(1, Math.round(ms / SECOND_MS));
		if (seconds < MINUTE_SECONDS) return second.format(seconds);
		const minutes = Math.round(ms / SECOND_MS / MINUTE_SECONDS);
		if (minutes < HOUR_MINUTES) return minute.format(minutes);
		const hours = hour.format(Math.floor(minutes / HOUR_MINUTES));
		const rest = minutes % HOUR_MINUTES;
		if (rest === 0) return hours;
		return `${hours}${NBSP}${hasBareMinutes ? bare.format(rest) : minute.format(rest)}`;
	};
}
