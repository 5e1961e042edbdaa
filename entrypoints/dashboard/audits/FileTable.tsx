import { i18n } from '#i18n';
import { kindGroupOf } from '@/components/chart/kind-groups';
import { pageFormat } from '@/components/layout/page-format';
import { type Column, textColumn } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import { pairFiles } from '@/utils/core/audit/bytes';
import type { AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile } from '@/utils/core/schema/audit/audit-load';
import type { Format } from '@/utils/core/units/format';
import { fileName } from './finding-text';
import { fileTexts } from './page-text';

const ROWS_A_PAGE = 50;

type FileRow = ReturnType<typeof pairFiles>[number];

const bytesOf = (file: AuditFile | null) => (file ? file.traffic.measuredBytes + file.traffic.estimatedBytes : -1);

/** The files of a page, the heaviest first, as a first visit and as a return. */
export function FileTable({ page }: { readonly page: AuditPage }) {
	return (
		<TableCard
			id="files-title"
			class="audit-files"
			title={i18n.t('audits.files')}
			columns={columnsFor(pageFormat())}
			rows={pairFiles(page.first, page.again)}
			idOf={({ file: { host, path, kind, embed } }) => `${host}${path} ${kind} ${embed}`}
			wordsOf={({ file: { host, path } }) => `${host}${path}`}
			orderedBy={i18n.t('audits.first')}
			rowsAtOnce={ROWS_A_PAGE}
		/>
	);
}

function loadColumn(label: string, load: 'first' | 'again', format: Format): Column<FileRow> {
	return {
		label,
		keyOf: (row) => bytesOf(row[load]),
		render: ({ [load]: found }) => {
			if (!found) return '–';
			const { weight, quality } = fileTexts(found, format);
			return (
				<>
					{weight}
					<small class="soft"> {quality}</small>
				</>
			);
		},
	};
}

function columnsFor(format: Format): readonly Column<FileRow>[] {
	return [
		{
			label: i18n.t('audits.file'),
			keyOf: ({ file: { path } }) => fileName(path),
			titleOf: ({ file: { host, path } }) => `${host}${path}`,
			render: ({ file: { host, path } }) => (
				<>
					{fileName(path)}
					<small class="soft">
						{host}
						{path}
					</small>
				</>
			),
		},
		textColumn(i18n.t('audits.kind'), ({ file: { kind } }) => i18n.t(`kind.${kindGroupOf(kind)}`)),
		loadColumn(i18n.t('audits.first'), 'first', format),
		loadColumn(i18n.t('audits.again'), 'again', format),
	];
}
