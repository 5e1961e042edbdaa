import '@/components/card/card.css';
import './audit-card.css';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { AuditModel } from './audit-model';

interface AuditProps {
	readonly audit: AuditModel;
	/** A pause interrupts it. */
	readonly isPaused: boolean;
	/** Opens the report of an audit. */
	readonly onReport: (id: string) => void;
}

/**
 * The audit that runs: what it keeps, and how to end it; after that, the way to its report. The page may turn out to be of its
 * course while the mouse is on its way: what appears then comes after the other buttons, so that none moves under a click.
 */
export function AuditCard({ audit, isPaused, onReport }: AuditProps) {
	const [running, ended] = [audit.running.value, audit.ended.value];
	const shown = running ?? ended;
	if (!shown) return null;
	const { id, name, pageCount } = shown;
	const isHere = audit.isHere.value;
	const where = isHere ? 'keeps' : isPaused ? 'paused' : 'elsewhere';
	return (
		<section class="card audit" data-running={running !== null}>
			<h2>{i18n.t(running ? 'audit.running' : 'audit.ended', [name])}</h2>
			<p role="status">{i18n.t('audit.pages', pageCount, [pageFormat().count(pageCount)])}</p>
			<div class="actions">
				<button type="button" class="link" onClick={() => onReport(id)}>
					{i18n.t('audit.report')}
				</button>
				{running && (
					<button type="button" class="stop" onClick={audit.stop}>
						{i18n.t('audit.stop')}
					</button>
				)}
				{running && isHere && (
					<button type="button" class="reload" title={i18n.t('audit.reload_title')} onClick={audit.reload}>
						{i18n.t('audit.reload')}
					</button>
				)}
			</div>
			{running && <p class="soft">{i18n.t(`audit.${where}`)}</p>}
		</section>
	);
}

/** The offer to audit the course in the tab, in the header: at the end of a full popup the footer would cover it. */
export function AuditOffer({ audit }: Pick<AuditProps, 'audit'>) {
	if (!audit.canStart.value) return null;
	return (
		<button type="button" class="link audit-offer" title={i18n.t('audit.about')} onClick={audit.start}>
			{i18n.t('audit.start')}
		</button>
	);
}

/** Says that an audit could not start. */
export function AuditFailure({ audit }: Pick<AuditProps, 'audit'>) {
	if (!audit.hasFailed.value) return null;
	return (
		<p class="audit-failed soft" role="alert">
			{i18n.t('audit.failed')}
		</p>
	);
}
