import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { BackupModel, BackupState } from './backup-model';
import { RestorePreview } from './RestorePreview';

/** Saves everything to a file, and restores it. */
export function BackupCard({ model }: { readonly model: BackupModel }) {
	const state = model.state.value;
	const { count } = pageFormat();
	const status = statusOf(state, count);
	return (
		<section class="card backup" aria-labelledby="backup-title">
			<h2 id="backup-title">{i18n.t('backup.title')}</h2>
			<p class="soft">{i18n.t('backup.body')}</p>
			<p role="status">{status}</p>
			{'share' in state && <progress aria-label={status ?? undefined} value={state.share} />}
			{state.step === 'preview' ? (
				<RestorePreview preview={state.preview} onRestore={model.restore} onCancel={model.cancel} />
			) : (
				<div class="actions">
					{'share' in state ? (
						<button type="button" onClick={model.cancel}>
							{i18n.t('backup.cancel')}
						</button>
					) : (
						<FileActions model={model} state={state} />
					)}
				</div>
			)}
		</section>
	);
}

function FileActions({ model, state }: { readonly model: BackupModel; readonly state: BackupState }) {
	return (
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
						if (file) void model.choose(file);
						currentTarget.value = '';
					}}
				/>
			</label>
			{((state.step === 'restored' && state.canUndo) || state.step === 'undo_failed') && (
				<button type="button" class="undo" onClick={model.undo}>
					{i18n.t('backup.undo')}
				</button>
			)}
		</>
	);
}

function statusOf(state: BackupState, count: (value: number) => string): string | null {
	if (state.step === 'idle' || state.step === 'preview') return null;
	if (state.step === 'restored') {
		const done = i18n.t('backup.restored', state.changedCount, [count(state.changedCount)]);
		return state.canUndo ? `${done} ${i18n.t('backup.can_undo')}` : done;
	}
	if (state.step !== 'refused') return i18n.t(`backup.${state.step}`);
	const { error } = state;
	if (error.code === 'damaged') return i18n.t('backup.damaged', [count(error.line)]);
	return i18n.t(`backup.${textKey(error.code)}`);
}
