import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { textKey } from '@/components/layout/text-key';
import { FORMS, type Form } from '@/utils/core/export/week-file';
import { SCOPES, type Scope } from '@/utils/core/schema/names';

export interface ExportFormProps {
	readonly scope: Scope;
	readonly form: Form;
	readonly onScope: (scope: Scope) => void;
	readonly onForm: (form: Form) => void;
}

/** The file's recipient and format. */
export function ExportForm({ scope, form, onScope, onForm }: ExportFormProps) {
	return (
		<form class="card profile" aria-labelledby="export-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="export-title">{i18n.t('export.title')}</h2>
			<SelectField
				id="export-scope"
				label={i18n.t('export.scope')}
				value={scope}
				options={SCOPES.map((each) => [each, i18n.t(`export.scopes.${each}`)])}
				hint={i18n.t(`export.about.${scope}`)}
				onChange={onScope}
			/>
			<SelectField
				id="export-form"
				label={i18n.t('export.form')}
				value={form}
				options={FORMS.map((each) => [each, i18n.t(`export.forms.${textKey(each)}`)])}
				onChange={onForm}
			/>
		</form>
	);
}
