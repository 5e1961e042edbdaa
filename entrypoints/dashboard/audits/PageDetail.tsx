import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { hashOf } from '@/entrypoints/dashboard/context/route';
import { type AuditReport, judgedLoad, type PageReport } from '@/utils/core/audit/report';
import { FileTable } from './FileTable';
import { FindingList } from './FindingList';
import { Treemap } from './map/Treemap';
import { pageMap } from './map/treemap-layout';
import { pageName, weightText } from './page-text';

interface PageDetailProps {
	readonly report: AuditReport;
	readonly page: PageReport;
}

/** One page of an audit: its weights, what to change, its map and its files. */
export function PageDetail({ report: { audit }, page }: PageDetailProps) {
	const format = pageFormat();
	const load = judgedLoad(page.page);
	return (
		<>
			<div class="heading">
				<div>
					<p>
						<a href={hashOf({ view: 'audits', audit: audit.id, page: null, other: null })}>{audit.name}</a>
					</p>
					<h1>{pageName(page.page)}</h1>
					<p class="soft file-name">
						{i18n.t(`activity.${page.page.activity}`)} · {audit.host}
						{page.page.path}
					</p>
					<p>
						{i18n.t('audits.first')} <strong>{weightText(page.first, format)}</strong> · {i18n.t('audits.again')}{' '}
						<strong>{weightText(page.again, format)}</strong>
					</p>
					{load?.isPartial && <p class="soft">{i18n.t('audits.partial')}</p>}
					{load?.isUninspected && <p class="soft">{i18n.t('audits.uninspected')}</p>}
				</div>
			</div>
			<section class="card panel to-change" aria-labelledby="findings-title">
				<h2 id="findings-title">{i18n.t('audits.findings')}</h2>
				<FindingList findings={page.findings} />
			</section>
			{load && <Treemap id="page-map" title={i18n.t('audits.map_page')} groups={pageMap(load)} />}
			<FileTable page={page.page} />
		</>
	);
}
