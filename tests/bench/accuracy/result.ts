import type { BrowserName } from '@/tests/e2e/drivers/driver';
import type { Grant, Outcome } from './limits';

/** One row of the bench. */
export interface Result extends Outcome {
	readonly browser: BrowserName;
	readonly case: string;
	readonly grant: Grant;
	readonly isWithinLimit: boolean;
	readonly peers: string;
}

/** Reported / true; where nothing should come, reported bytes + 1. */
export function ratioOf({ trueBytes, reportedBytes }: Outcome): number {
	return trueBytes > 0 ? reportedBytes / trueBytes : reportedBytes + 1;
}

/** Of several runs the bytes of that whose ratio is in the middle, and of each other figure the middle. */
export function medianOutcome(outcomes: readonly Outcome[]): Outcome {
	const middle = (figureOf: (outcome: Outcome) => number) => {
		const sorted = [...outcomes].sort((a, b) => figureOf(a) - figureOf(b));
		return sorted[Math.floor(sorted.length / 2)] as Outcome;
	};
	const bytes = middle(ratioOf);
	const { measuredShare } = middle((outcome) => outcome.measuredShare ?? 1);
	const { unknownCount } = middle((outcome) => outcome.unknownCount);
	return { ...bytes, measuredShare, unknownCount };
}

/** One object a line, as issue 3 names its fields; whether it passed is added. */
export function jsonLine(result: Result): string {
	const { browser, grant, trueBytes, reportedBytes, lowBytes, highBytes, measuredShare, unknownCount, isWithinLimit } =
		result;
	const ratio = Number(ratioOf(result).toFixed(4));
	const share = measuredShare === null ? null : Number(measuredShare.toFixed(4));
	return JSON.stringify({
		browser,
		case: result.case,
		grant,
		trueBytes,
		reportedBytes,
		lowBytes,
		highBytes,
		ratio,
		measuredShare: share,
		unknownCount,
		isWithinLimit,
	});
}

/** One row of the table for a person. */
export function tableRow(result: Result): string {
	const cells = [
		result.isWithinLimit ? ' ' : '!',
		result.browser.padEnd(8),
		result.grant.padEnd(4),
		result.case.padEnd(28),
		String(result.trueBytes).padStart(10),
		String(result.reportedBytes).padStart(10),
		ratioOf(result).toFixed(4).padStart(10),
		(result.measuredShare?.toFixed(3) ?? '-').padStart(8),
		String(result.unknownCount).padStart(7),
		`  ${result.peers}`,
	];
	return cells.join(' ');
}

export const TABLE_HEAD = [
	' ',
	'browser '.padEnd(8),
	'grant'.padEnd(4),
	'case'.padEnd(27),
	'true bytes'.padStart(10),
	'reported'.padStart(10),
	'rep./true'.padStart(10),
	'measured'.padStart(8),
	'unknown'.padStart(7),
	'  peers',
].join(' ');
