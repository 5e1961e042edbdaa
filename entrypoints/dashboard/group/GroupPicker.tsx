import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { GroupModel } from './group-model';
import type { Reading } from './group-state';
import { hasFolderPicker, pickedFiles } from './picked-folder';

/** Opens the files that learners handed over, or a folder of them. */
export function GroupPicker({ model }: { readonly model: GroupModel }) {
	const { count } = pageFormat();
	const reading = model.reading.value;
	const sharedCount = model.shown.value?.sharedCount ?? 0;
	const hasFiles = sharedCount + model.aside.value.count > 0;
	const status = hasFiles ? i18n.t('group.counted', sharedCount, [count(sharedCount)]) : null;
	const text = reading ? readingText(reading) : status;
	return (
		<section class="card panel" aria-labelledby="group-picker">
			<h2 id="group-picker">{i18n.t('group.open')}</h2>
			<p class="soft">{i18n.t('group.open_body')}</p>
			<p role="status">{text}</p>
			{reading && <ProgressBar {...reading} />}
			<div class="actions">
				{reading ? (
					<button type="button" onClick={model.cancel}>
						{i18n.t('backup.cancel')}
					</button>
				) : (
					<>
						<FileButton id="group-files" label={i18n.t('group.files')} onFiles={model.open} isMain={!hasFiles} />
						<FileButton
							id="group-folder"
							label={i18n.t('group.folder')}
							onFiles={model.open}
							onFind={model.openFound}
						/>
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

function readingText({ doneCount, totalCount }: Reading): string {
	const { count } = pageFormat();
	const done = count(Math.floor(doneCount));
	return totalCount === null ? i18n.t('group.finding', [done]) : i18n.t('group.reading', [done, count(totalCount)]);
}

/** Without a value while nobody knows how many files there are. */
function ProgressBar({ doneCount, totalCount }: Reading) {
	const known = totalCount === null ? {} : { value: doneCount, max: totalCount };
	return <progress aria-labelledby="group-picker" {...known} />;
}

interface FileButtonProps {
	readonly id: string;
	readonly label: string;
	readonly onFiles: (files: ArrayLike<File>) => void;
	readonly isMain?: boolean;
	/** Chooses a folder with everything in it, which this searches where the browser lets a page do so. */
	readonly onFind?: GroupModel['openFound'];
}

function FileButton({ id, label, onFiles, onFind, isMain = false }: FileButtonProps) {
	return (
		<label class={isMain ? 'button main' : 'button'}>
			{label}
			<input
				id={id}
				class="unseen"
				type="file"
				multiple
				{...(onFind ? { webkitdirectory: true } : { accept: '.csv,.json,.tsv,.txt' })}
				// The same file may be chosen again. Not after the choice: that would empty the list of files, which is read bit by bit.
				onClick={(event) => {
					const { currentTarget } = event;
					currentTarget.value = '';
					if (!onFind || !hasFolderPicker()) return;
					event.preventDefault();
					void onFind((onCount) => pickedFiles(onCount, () => currentTarget.click()));
				}}
				onChange={({ currentTarget }) => onFiles(currentTarget.files ?? [])}
			/>
		</label>
	);
}
