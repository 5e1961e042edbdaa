import { i18n } from '#i18n';
import { CheckField } from '@/components/form/CheckField';
import { SelectField } from '@/components/form/SelectField';
import { textKey } from '@/components/layout/text-key';
import { isOffered, offeredForm } from '@/utils/core/export/week-file';
import { DATA_FORMS, SCOPES } from '@/utils/core/schema/names';
import type { WeeklyPreference } from '@/utils/core/schema/settings';
import type { FolderStatus } from './weekly-model';

export interface WeeklyCardProps {
	readonly preference: WeeklyPreference;
	readonly folder: FolderStatus;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onChange: (preference: WeeklyPreference) => void;
}

/** Whether each week becomes a file automatically, in which format, and where it is saved. */
export function WeeklyCard({ preference, folder, onChange }: WeeklyCardProps) {
	return (
		<form class="card profile weekly" aria-labelledby="weekly-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="weekly-title">{i18n.t('weekly.title')}</h2>
			<p class="soft">{i18n.t('weekly.body')}</p>
			<CheckField
				label={i18n.t('weekly.on')}
				isOn={preference.isOn}
				onChange={(isOn) => onChange({ ...preference, isOn })}
			/>
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
						value={offeredForm(preference.scope, preference.form)}
						options={DATA_FORMS.filter((each) => isOffered(preference.scope, each)).map((each) => [
							each,
							i18n.t(`export.forms.${textKey(each)}`),
						])}
						onChange={(form) => onChange({ ...preference, form })}
					/>
					<CheckField
						label={i18n.t('weekly.saved')}
						isOn={preference.isSaved}
						onChange={(isSaved) => onChange({ ...preference, isSaved })}
					/>
				</>
			)}
			<p class="soft" role="status">
				{folder !== 'idle' && i18n.t(`weekly.${folder}`)}
			</p>
		</form>
	);
}
