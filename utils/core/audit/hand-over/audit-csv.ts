import { findFile, isSameFile, receivedBytes } from '@/utils/core/audit/bytes';
import type { Finding } from '@/utils/core/audit/finding';
import { type AuditReport, judgedLoad, type PageReport } from '@/utils/core/audit/report';
import { type Cell, type CsvDialect, writeCsv } from '@/utils/core/export/csv';
import { plainText } from '@/utils/core/export/markup';
import type { AuditFile } from '@/utils/core/schema/audit/audit-load';
import type { HandOverWords } from './words';

const BYTES_PER_MB = 1_000_000;
/** Enough for a single byte. */
const DECIMALS = 6;

/** Bytes as megabytes; an empty cell for what is unknown. */
function megabytes(bytes: number | null): Cell {
	return bytes === null ? null : { value: bytes / BYTES_PER_MB, decimals: DECIMALS };
}

const count = (value: number): Cell => ({ value, decimals: 0 });

/** The cells of what is found: titles, advice, bytes at least and at most, per what, criteria, and one to tick. */
function findingCells(findings: readonly Finding[], words: HandOverWords): readonly Cell[] {
	if (findings.length === 0) return ['', '', null, null, '', '', ''];
	const texts = findings.map(words.of);
	const joined = (parts: readonly string[]) => [...new Set(parts)].join(' / ');
	const stakes = findings.flatMap(({ stake }) => stake ?? []);
	const highs = stakes.map(({ highBytes }) => highBytes);
	// Changes to one file overlap: the larger of them is certain. Where one has no known limit, neither has the file.
	const low = stakes.length > 0 ? Math.max(...stakes.map(({ lowBytes }) => lowBytes)) : null;
	const high = stakes.length > 0 && !highs.includes(null) ? Math.max(...highs.map(Number)) : null;
	return [
		joined(texts.map(({ title }) => title)),
		joined(texts.map(({ advice }) => advice)),
		megabytes(low),
		megabytes(high),
		joined(texts.map(({ per }) => per)),
		joined(findings.flatMap(({ references }) => references.map(({ label }) => label))),
		'',
	];
}

function pageCells({ page }: PageReport): readonly Cell[] {
	return [count(page.number), plainText(page.title), page.path];
}

function fileRow(report: PageReport, file: AuditFile, words: HandOverWords): readonly Cell[] {
	const { page } = report;
	const first = page.first && findFile(page.first, file);
	const again = page.again && findFile(page.again, file);
	const found = report.findings.filter((finding) => finding.file && isSameFile(finding.file, file));
	return [
		...pageCells(report),
		words.kind(file.kind),
		plainText(`${file.host}${file.path}`),
		megabytes(first && receivedBytes(first)),
		megabytes(again && receivedBytes(again)),
		count(file.traffic.unknownCount),
		...findingCells(found, words),
	];
}

function otherRow(report: PageReport, finding: Finding, words: HandOverWords): readonly Cell[] {
	return [...pageCells(report), '', plainText(finding.part), null, null, null, ...findingCells([finding], words)];
}

/** All files of an audit, one row each, with what to change: for a spreadsheet. */
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
	const rows = pages.flatMap((report) => {
		const load = judgedLoad(report.page);
		const files = load?.files ?? [];
		const others = report.findings.filter(({ file }) => file === null || !files.some((each) => isSameFile(each, file)));
		return [
			...files.map((file) => fileRow(report, file, words)),
			...others.map((finding) => otherRow(report, finding, words)),
		];
	});
	return writeCsv([header, ...rows], dialect);
}
