import { i18n } from '#i18n';
import { kindGroupOf } from '@/components/chart/kind-groups';
import { pageFormat } from '@/components/layout/page-format';
import { type Column, textColumn } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import { findFile } from '@/utils/core/audit/bytes';
import { judgedLoad } from '@/utils/core/audit/report';
import type { AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { Format } from '@/utils/core/units/format';
import { fileName } from './finding-text';
import { fileTexts } from './page-text';

const ROWS_A_PAGE = 50;

const bytesOf = (file: AuditFile | null) => (file ? file.traffic.measuredBytes + file.traffic.estimatedBytes : -1);

/** The files of a page, the heaviest first, as a first visit and as a return. */
export function FileTable({ page }: { readonly page: AuditPage }) {
	const files = judgedLoad(page)?.files ?? [];
	return (
		<TableCard
			id="files-title"
			class="audit-files"
			title={i18n.t('audits.files')}
			columns={columnsFor(page, pageFormat())}
			rows={files}
			idOf={({ host, path, kind }) => `${host}${path} ${kind}`}
			wordsOf={({ host, path }) => `${host}${path}`}
			orderedBy={i18n.t('audits.first')}
			rowsAtOnce={ROWS_A_PAGE}
		/>
	);
}

function loadColumn(label: string, load: AuditLoad | null, format: Format): Column<AuditFile> {
	const inLoad = (file: AuditFile) => load && findFile(load, file);
	return {
		label,
		keyOf: (file) => bytesOf(inLoad(file)),
		render: (file) => {
			const found = inLoad(file);
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

function columnsFor({ first, again }: AuditPage, format: Format): readonly Column<AuditFile>[] {
	return [
		{
			label: i18n.t('audits.file'),
			keyOf: ({ path }) => fileName(path),
			titleOf: ({ host, path }) => `${host}${path}`,
			render: ({ host, path }) => (
				<>
					{fileName(path)}
					<small class="soft">
						{host}
						{path}
					</small>
				</>
			),
		},
		textColumn(i18n.t('audits.kind'), ({ kind }) => i18n.t(`kind.${kindGroupOf(kind)}`)),
		loadColumn(i18n.t('audits.first'), first, format),
		loadColumn(i18n.t('audits.again'), again, format),
	];
}
