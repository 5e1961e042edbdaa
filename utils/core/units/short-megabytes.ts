const MB = 1_000_000;
/** From here on a figure rounds to four digits, and is told in thousands. */
const THOUSANDS_FROM = 999.5;
/** From here on a figure rounds to two digits, and needs no tenth. */
const WHOLE_FROM = 9.95;
/** What rounds to no tenth at all. */
const LEAST = 0.05;

/** Megabytes in at most four characters, for a toolbar: `0.4`, `12`, `1.2k`; the unit is told elsewhere. What is not zero never reads zero. */
export function shortMegabytes(bytes: number, locale: string): string {
	const megabytes = bytes / MB;
	if (megabytes >= THOUSANDS_FROM) return `${tenths(megabytes / 1_000, locale)}k`;
	return megabytes > 0 && megabytes < LEAST ? `<${tenths(2 * LEAST, locale)}` : tenths(megabytes, locale);
}

function tenths(value: number, locale: string): string {
	return new Intl.NumberFormat(locale, {
		maximumFractionDigits: value < WHOLE_FROM ? 1 : 0,
		useGrouping: false,
	}).format(value);
}
