import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { BackupError } from '@/utils/core/export/backup';

/** The progress of a backup or restoration; `share` is 0 to 1. */
export type BackupState =
	| { readonly step: 'idle' | 'saved' }
	| { readonly step: 'saving' | 'restoring'; readonly share: number }
	| { readonly step: 'restored'; readonly changedCount: number }
	| { readonly step: 'refused'; readonly error: BackupError };

export interface BackupCardProps {
	readonly state: BackupState;
	readonly onSave: () => void;
	readonly onRestore: (file: File) => void;
	readonly onCancel: () => void;
}

/** Saves everything to a file, and restores it. */
export function BackupCard({ state, onSave, onRestore, onCancel }: BackupCardProps) {
	const isBusy = state.step === 'saving' || state.step === 'restoring';
	const { count } = pageFormat();
	const status = statusOf(state, count);
	return (
		<section class="card backup" aria-labelledby="backup-title">
			<h2 id="backup-title">{i18n.t('backup.title')}</h2>
			<p class="soft">{i18n.t('backup.body')}</p>
			<p role="status">{status}</p>
			{isBusy && <progress aria-label={status ?? undefined} value={state.share} />}
			<div class="actions">
				{isBusy ? (
					<button type="button" onClick={onCancel}>
						{i18n.t('backup.cancel')}
					</button>
				) : (
					<>
						<button type="button" class="main" onClick={onSave}>
							{i18n.t('backup.save')}
						</button>
						<label class="button">
							{i18n.t('backup.restore')}
							<input
								class="unseen"
								type="file"
								accept=".json,application/json"
								onChange={({ currentTarget }) => {
									const [file] = currentTarget.files ?? [];
									if (file) onRestore(file);
									currentTarget.value = '';
								}}
							/>
						</label>
					</>
				)}
			</div>
		</section>
	);
}

function statusOf(state: BackupState, count: (value: number) => string): string | null {
	if (state.step === 'idle') return null;
	if (state.step === 'restored') return i18n.t('backup.restored', state.changedCount, [count(state.changedCount)]);
	if (state.step !== 'refused') return i18n.t(`backup.${state.step}`);
	const { error } = state;
	if (error.code === 'damaged') return i18n.t('backup.damaged', [count(error.line)]);
	return i18n.t(`backup.${textKey(error.code)}`);
}
