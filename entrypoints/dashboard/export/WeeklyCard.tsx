import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { textKey } from '@/components/layout/text-key';
import type { WeeklyPreference } from '@/utils/core/delivery/weekly';
import { SCOPES } from '@/utils/core/export/scope';
import { DATA_FORMS } from '@/utils/core/export/week-file';

/** What became of the question for the download folder. */
export type FolderStatus = 'idle' | 'asking' | 'refused';

export interface WeeklyCardProps {
	readonly preference: WeeklyPreference;
	readonly folder: FolderStatus;
	/** Called inside the click, as the browsers want it for a permission request. */
	readonly onChange: (preference: WeeklyPreference) => void;
}

/** Whether each week becomes a file by itself, which, and where it goes. */
export function WeeklyCard({ preference, folder, onChange }: WeeklyCardProps) {
	const check = (field: 'isOn' | 'isSaved', text: string) => (
		<label class="check">
			<input
				type="checkbox"
				checked={preference[field]}
				onChange={({ currentTarget }) => onChange({ ...preference, [field]: currentTarget.checked })}
			/>{' '}
			{text}
		</label>
	);
	return (
		<form class="card profile weekly" aria-labelledby="weekly-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="weekly-title">{i18n.t('weekly.title')}</h2>
			<p class="soft">{i18n.t('weekly.body')}</p>
			{check('isOn', i18n.t('weekly.on'))}
			{preference.isOn && (
				<>
					<SelectField
						id="weekly-scope"
						label={i18n.t('export.scope')}
						value={preference.scope}
						options={SCOPES.map((each) => [each, i18n.t(`export.scopes.${each}`)])}
						hint={i18n.t(`export.about.${preference.scope}`)}
						onChange={(scope) => onChange({ ...preference, scope })}
					/>
					<SelectField
						id="weekly-form"
						label={i18n.t('export.form')}
						value={preference.form}
						options={DATA_FORMS.map((each) => [each, i18n.t(`export.forms.${textKey(each)}`)])}
						onChange={(form) => onChange({ ...preference, form })}
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
