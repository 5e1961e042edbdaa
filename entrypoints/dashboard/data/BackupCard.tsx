import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { BackupModel, BackupState } from './backup-model';

/** Saves everything to a file, and restores it. */
export function BackupCard({ model }: { readonly model: BackupModel }) {
	const state = model.state.value;
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
					<button type="button" onClick={model.cancel}>
						{i18n.t('backup.cancel')}
					</button>
				) : (
					<>
						<button type="button" class="main" onClick={model.save}>
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
									if (file) void model.restore(file);
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
