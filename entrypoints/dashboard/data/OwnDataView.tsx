import { i18n } from '#i18n';
import { BackupCard } from './BackupCard';
import type { createBackupView } from './backup-view';
import { EraseCard } from './EraseCard';
import type { createEraseView } from './erase-view';

export interface OwnDataViewProps {
	readonly backupView: ReturnType<typeof createBackupView>;
	readonly eraseView: ReturnType<typeof createEraseView>;
}

/** What is kept, how to take it along, and how to be rid of it. */
export function OwnDataView({ backupView, eraseView }: OwnDataViewProps) {
	return (
		<>
			<div class="heading">
				<div>
					<h1>{i18n.t('erase.page_title')}</h1>
					<p class="soft">{i18n.t('erase.where')}</p>
				</div>
			</div>
			<BackupCard
				state={backupView.state.value}
				onSave={backupView.save}
				onRestore={backupView.restore}
				onCancel={backupView.cancel}
			/>
			<EraseCard
				step={eraseView.step.value}
				secondsLeft={eraseView.secondsLeft.value}
				onAsk={eraseView.ask}
				onConfirm={eraseView.confirm}
				onCancel={eraseView.cancel}
			/>
		</>
	);
}
