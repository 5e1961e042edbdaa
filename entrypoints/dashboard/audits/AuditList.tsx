import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';
import { pageFormat } from '@/components/layout/page-format';
import { hashOf } from '@/entrypoints/dashboard/context/route';
import type { Audit } from '@/utils/core/schema/audit/audit';
import { MAX_AUDIT_NAME_LENGTH } from '@/utils/core/schema/names';
import type { AuditsModel } from './audits-model';
import { keepFocus, STOP_ID } from './keep-focus';
import { auditDay } from './page-text';
import { StartCard } from './StartCard';

/** The audits of this machine, the newest first. */
export function AuditList({ model }: { readonly model: AuditsModel }) {
	const { shown, isAllowed, isPaused } = model;
	const empty = isAllowed.value ? i18n.t('audits.empty_body') : i18n.t('audits.forbidden');
	return (
		<>
			<Deleted model={model} />
			<StartCard model={model} />
			{shown.value.length === 0 ? (
				<Notice title={i18n.t('audits.empty_title')} body={empty} />
			) : (
				<section class="card panel" aria-label={i18n.t('audits.title')}>
					<ul class="sites">
						{shown.value.map((audit) => (
							<AuditItem
								key={audit.id}
								audit={audit}
								isPaused={isPaused.value}
								onStop={() => void model.stop().then(keepFocus)}
								onRename={model.rename}
								onDelete={model.remove}
							/>
						))}
					</ul>
				</section>
			)}
		</>
	);
}

/** The audit deleted last, with some seconds to undo it. */
export function Deleted({ model: { deleted, erasing, undo } }: { readonly model: AuditsModel }) {
	const step = erasing.step.value;
	return (
		<div class="left-site" hidden={deleted.value === null && step !== 'failed'}>
			<p role="status">
				{deleted.value !== null && i18n.t('audits.deleted', [deleted.value.name])}
				{step === 'waiting' &&
					` ${i18n.t('erase.waiting', erasing.secondsLeft.value, [String(erasing.secondsLeft.value)])}`}
				{step === 'failed' && i18n.t('erase.failed')}
			</p>
			{step === 'waiting' && (
				<button type="button" class="main" onClick={undo}>
					{i18n.t('audits.undo')}
				</button>
			)}
		</div>
	);
}

interface AuditItemProps {
	readonly audit: Audit;
	/** A pause interrupts it, if it runs. */
	readonly isPaused: boolean;
	/** Ends it where it runs. */
	readonly onStop: () => void;
	readonly onRename: (audit: Audit, name: string) => void;
	readonly onDelete: (audit: Audit) => void;
}

function AuditItem({ audit, isPaused, onStop, onRename, onDelete }: AuditItemProps) {
	const format = pageFormat();
	const [isRenaming, setRenaming] = useState(false);
	if (isRenaming) {
		const close = () => setRenaming(false);
		return <RenameForm audit={audit} onRename={onRename} onClose={close} />;
	}
	const counts = `${i18n.t('audits.page_count', audit.pageCount, [format.count(audit.pageCount)])} · ${i18n.t('audits.file_count', audit.fileCount, [format.count(audit.fileCount)])}`;
	return (
		<li>
			<span>
				<a
					href={hashOf({ view: 'audits', audit: audit.id, page: null, other: null })}
					aria-label={i18n.t('audits.open_label', [audit.name])}
				>
					{audit.name}
				</a>
				<small class="soft">
					{auditDay(audit.startedAtMs, format)} · {audit.host} · {counts}
				</small>
				{audit.endedAtMs === null && (
					<small>
						{i18n.t(isPaused ? 'audit.paused' : 'audits.running')} {i18n.t('audit.keeps')}
					</small>
				)}
			</span>
			<span class="actions">
				{audit.endedAtMs === null && (
					<button type="button" id={STOP_ID} onClick={onStop}>
						{i18n.t('audit.stop')}
					</button>
				)}
				<button
					type="button"
					aria-label={i18n.t('audits.rename_label', [audit.name])}
					onClick={() => setRenaming(true)}
				>
					{i18n.t('audits.rename')}
				</button>
				<button type="button" aria-label={i18n.t('audits.delete_label', [audit.name])} onClick={() => onDelete(audit)}>
					{i18n.t('audits.delete')}
				</button>
			</span>
		</li>
	);
}

function RenameForm({
	audit,
	onRename,
	onClose,
}: Pick<AuditItemProps, 'audit' | 'onRename'> & { readonly onClose: () => void }) {
	const id = `audit-name-${audit.id}`;
	return (
		<li>
			<form
				class="rename"
				onSubmit={(event) => {
					event.preventDefault();
					const name = new FormData(event.currentTarget).get('name');
					if (typeof name === 'string' && name.trim() !== '') onRename(audit, name.trim());
					onClose();
				}}
			>
				<label for={id}>{i18n.t('audits.name')}</label>
				<input
					id={id}
					name="name"
					type="text"
					maxLength={MAX_AUDIT_NAME_LENGTH}
					required
					defaultValue={audit.name}
					autocomplete="off"
				/>
				<button type="submit" class="main">
					{i18n.t('audits.save')}
				</button>
				<button type="button" onClick={onClose}>
					{i18n.t('audits.cancel')}
				</button>
			</form>
		</li>
	);
}
