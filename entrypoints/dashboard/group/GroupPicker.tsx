import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { GroupModel } from './group-model';

/** Opens the files that learners handed over, or a folder of them. */
export function GroupPicker({ model }: { readonly model: GroupModel }) {
	const { count } = pageFormat();
	const reading = model.reading.value;
	const sharedCount = model.shared.value.length;
	const hasFiles = sharedCount + model.aside.value.length > 0;
	const status = hasFiles ? i18n.t('group.counted', sharedCount, [count(sharedCount)]) : null;
	const text = reading ? i18n.t('group.reading', [count(reading.doneCount), count(reading.totalCount)]) : status;
	return (
		<section class="card panel" aria-labelledby="group-picker">
			<h2 id="group-picker">{i18n.t('group.open')}</h2>
			<p class="soft">{i18n.t('group.open_body')}</p>
			<p role="status">{text}</p>
			{reading && <progress aria-labelledby="group-picker" value={reading.doneCount} max={reading.totalCount} />}
			<div class="actions">
				{reading ? (
					<button type="button" onClick={model.cancel}>
						{i18n.t('backup.cancel')}
					</button>
				) : (
					<>
						<FileButton id="group-files" label={i18n.t('group.files')} onFiles={model.open} isMain={!hasFiles} />
						<FileButton id="group-folder" label={i18n.t('group.folder')} onFiles={model.open} isFolder />
						{hasFiles && (
							<button type="button" onClick={model.clear}>
								{i18n.t('group.clear')}
							</button>
						)}
					</>
				)}
			</div>
		</section>
	);
}

interface FileButtonProps {
	readonly id: string;
	readonly label: string;
	readonly onFiles: (files: readonly File[]) => void;
	readonly isMain?: boolean;
	/** True to choose a folder with everything in it. */
	readonly isFolder?: boolean;
}

function FileButton({ id, label, onFiles, isMain = false, isFolder = false }: FileButtonProps) {
	return (
		<label class={isMain ? 'button main' : 'button'}>
			{label}
			<input
				id={id}
				class="unseen"
				type="file"
				multiple
				{...(isFolder ? { webkitdirectory: true } : { accept: '.csv,.json,.tsv,.txt' })}
				onChange={({ currentTarget }) => {
					onFiles([...(currentTarget.files ?? [])]);
					// The same file may be chosen again.
					currentTarget.value = '';
				}}
			/>
		</label>
	);
}
