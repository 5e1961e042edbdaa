import type { Finding } from './finding';

/** Names a file, or what stands for one. */
const fileKey = ({ file, part }: Pick<Finding, 'file' | 'part'>) => (file ? `${file.host}${file.path}` : part);

/**
 * Bytes at stake in each view of one page. Two findings on one file overlap: at least the larger of them is saved, at most their sum.
 * What nothing limits counts as what is known of it.
 */
export function pageStake(findings: readonly Finding[]): { readonly low: number; readonly high: number } {
	const byFile = Map.groupBy(
		findings.filter(({ per, stake }) => per === 'view' && stake !== null),
		fileKey,
	);
	let [low, high] = [0, 0];
	for (const group of byFile.values()) {
		const stakes = group.map(({ stake }) => ({
			low: stake?.lowBytes ?? 0,
			high: stake?.highBytes ?? stake?.lowBytes ?? 0,
		}));
		low += Math.max(...stakes.map((each) => each.low));
		high += stakes.reduce((sum, each) => sum + each.high, 0);
	}
	return { low, high };
}

/** Bytes that all learners' first visits to all pages load in a year, by a number that the trainer enters: nothing is assumed. */
export function yearlyBytes(firstBytes: number, learnerCount: number): number {
	return firstBytes * learnerCount;
}
