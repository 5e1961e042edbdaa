import { isSameFile, pairFiles, receivedBytes, weightOf } from '@/utils/core/audit/bytes';
import { type Finding, isUnknownStake } from '@/utils/core/audit/finding';
import type { AuditReport, PageReport } from '@/utils/core/audit/report';
import { type Cell, type CsvDialect, writeCsv } from '@/utils/core/export/csv';
import { plainText } from '@/utils/core/export/markup';
import type { HandOverWords } from './words';

const BYTES_PER_MB = 1_000_000;
/** Enough for a single byte. */
const DECIMALS = 6;

/** Bytes as megabytes; an empty cell for what is unknown. */
function megabytes(bytes: number | null): Cell {
	return bytes === null ? null : { value: bytes / BYTES_PER_MB, decimals: DECIMALS };
}

const count = (value: number): Cell => ({ value, decimals: 0 });

/** The cells of one finding: title, advice, bytes at least and at most, per what, criteria, and one to tick. */
function findingCells(finding: Finding | null, words: HandOverWords): readonly Cell[] {
	if (!finding) return ['', '', null, null, '', '', ''];
	const { stake, references } = finding;
	const { title, advice, per } = words.of(finding);
	const isKnown = stake !== null && !isUnknownStake(stake);
	return [
		title,
		advice,
		megabytes(isKnown ? stake.lowBytes : null),
		megabytes(isKnown ? stake.highBytes : null),
		stake ? per : '',
		references.map(({ label }) => label).join(' / '),
		'',
	];
}

const NO_SIZES: readonly Cell[] = [null, null, null];

/** What belongs together: its name and sizes stand once, then a row for each further finding. */
function rowsOf(
	{ page }: PageReport,
	[kind, name, sizes]: readonly [string, string, readonly Cell[]],
	findings: readonly Finding[],
	words: HandOverWords,
): readonly (readonly Cell[])[] {
	const [main = null, ...others] = findings;
	const start = [count(page.number), plainText(page.title), page.path, kind, plainText(name)];
	return [
		[...start, ...sizes, ...findingCells(main, words)],
		...others.map((finding) => [...start, ...NO_SIZES, ...findingCells(finding, words)]),
	];
}

/** Of requests that no name has: sockets, and files beyond the limit. */
function restSizes({ page: { first, again } }: PageReport): readonly Cell[] | null {
	const [one, two] = [first, again].map((load) => load && weightOf({ ...load, files: [] }));
	if (!one?.requestCount && !two?.requestCount) return null;
	const known = (sum: typeof one) => (sum && sum.unknownCount === 0 ? sum.receivedBytes : null);
	return [megabytes(known(one)), megabytes(known(two)), count((one ?? two)?.unknownCount ?? 0)];
}

function pageRows(report: PageReport, words: HandOverWords): readonly (readonly Cell[])[] {
	const { page, findings } = report;
	const pairs = pairFiles(page.first, page.again);
	const placed = new Set<Finding>();
	const files = pairs.flatMap(({ file, first, again }) => {
		const found = findings.filter((each) => each.file && isSameFile(each.file, file) && !placed.has(each));
		for (const each of found) placed.add(each);
		const sizes = [
			megabytes(first && receivedBytes(first)),
			megabytes(again && receivedBytes(again)),
			count((first ?? again ?? file).traffic.unknownCount),
		];
		return rowsOf(report, [words.kind(file.kind), `${file.host}${file.path}`, sizes], found, words);
	});
	const rest = restSizes(report);
	const restRows = rest ? rowsOf(report, ['', words.rest, rest], [], words) : [];
	const others = findings.filter((each) => !placed.has(each));
	return [
		...files,
		...restRows,
		...others.flatMap((each) => {
			const name = each.file ? `${each.file.host}${each.file.path}` : each.part;
			return rowsOf(report, ['', name, NO_SIZES], [each], words);
		}),
	];
}

/** All files of an audit with what to change: a row for each, and for each further finding of it. Sizes add up to those of the pages. */
export function auditCsv({ pages }: AuditReport, words: HandOverWords, dialect: CsvDialect): string {
	const { columns } = words;
	const header = [
		columns.page,
		columns.title,
		columns.address,
		columns.kind,
		columns.file,
		columns.first,
		columns.again,
		columns.unknown,
		columns.findings,
		columns.advice,
		columns.low,
		columns.high,
		columns.per,
		columns.criteria,
		columns.done,
	];
	return writeCsv([header, ...pages.flatMap((report) => pageRows(report, words))], dialect);
}
