/** What was used, as measured: the input of every model. */
export interface Use {
	readonly receivedBytes: number;
	readonly sentBytes: number;
	/** Milliseconds during which the learner was on the page or a video played. */
	readonly activeMs: number;
}

/** Decimal gigabyte, as networks, ADEME and the Sustainable Web Design model count. */
export const BYTES_PER_GB = 1e9;
export const WH_PER_KWH = 1000;
export const MS_PER_HOUR = 3_600_000;

/** Gigabytes received and sent. */
export function gigabytesOf(use: Use): number {
	return (use.receivedBytes + use.sentBytes) / BYTES_PER_GB;
}

export function hoursOf(use: Use): number {
	return use.activeMs / MS_PER_HOUR;
}
