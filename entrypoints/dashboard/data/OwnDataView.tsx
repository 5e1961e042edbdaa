import { i18n } from '#i18n';
import type { Page, View } from '@/entrypoints/dashboard/context/context';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { BackupCard } from './BackupCard';
import { type BackupModel, createBackupModel } from './backup-model';
import { EraseCard } from './EraseCard';
import { eraseEverything } from './erase-everything';
import { createEraseModel } from './erase-model';

interface OwnDataViewProps {
	readonly backup: BackupModel;
	readonly erasing: ReturnType<typeof createEraseModel>;
}

/** The view of the user's own data: back up, restore, erase. */
export function openData(page: Page): View {
	const models = { backup: createBackupModel(page), erasing: createEraseModel(eraseEverything) };
	return { render: () => <OwnDataView {...models} /> };
}

function OwnDataView({ backup, erasing }: OwnDataViewProps) {
	return (
		<>
			<ViewHeading title={i18n.t('erase.page_title')} about={i18n.t('erase.where')} />
			<BackupCard model={backup} />
			<EraseCard model={erasing} />
		</>
	);
}
