import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { textKey } from '@/components/layout/text-key';
import type { WeeklyWish } from '@/utils/core/delivery/weekly';
import { SCOPES } from '@/utils/core/export/scope';
import { DATA_FORMS } from '@/utils/core/export/week-file';

/** What became of the question for the download folder. */
export type FolderStatus = 'idle' | 'asking' | 'refused';

export interface WeeklyCardProps {
	readonly wish: WeeklyWish;
	readonly folder: FolderStatus;
	/** Called inside the click, as the browsers want it for a permission request. */
	readonly onChange: (wish: WeeklyWish) => void;
}

/** Whether each week becomes a file by itself, which, and where it goes. */
export function WeeklyCard({ wish, folder, onChange }: WeeklyCardProps) {
	const check = (field: 'isOn' | 'isSaved', text: string) => (
		<label class="check">
			<input
				type="checkbox"
				checked={wish[field]}
				onChange={({ currentTarget }) => onChange({ ...wish, [field]: currentTarget.checked })}
			/>{' '}
			{text}
		</label>
	);
	return (
		<form class="card profile weekly" aria-labelledby="weekly-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="weekly-title">{i18n.t('weekly.title')}</h2>
			<p class="soft">{i18n.t('weekly.body')}</p>
			{check('isOn', i18n.t('weekly.on'))}
			{wish.isOn && (
				<>
					<SelectField
						id="weekly-scope"
						label={i18n.t('export.scope')}
						value={wish.scope}
						options={SCOPES.map((each) => [each, i18n.t(`export.scopes.${each}`)])}
						hint={i18n.t(`export.about.${wish.scope}`)}
						onChange={(scope) => onChange({ ...wish, scope })}
					/>
					<SelectField
						id="weekly-form"
						label={i18n.t('export.form')}
						value={wish.form}
						options={DATA_FORMS.map((each) => [each, i18n.t(`export.forms.${textKey(each)}`)])}
						onChange={(form) => onChange({ ...wish, form })}
					/>
					{check('isSaved', i18n.t('weekly.saved'))}
				</>
			)}
			<p class="soft" role="status">
				{folder !== 'idle' && i18n.t(`weekly.${folder}`)}
			</p>
		</form>
	);
}
