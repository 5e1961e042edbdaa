import { i18n } from '#i18n';
import { CheckField } from '@/components/form/CheckField';

export interface AssistantsCardProps {
	readonly isOn: boolean;
	/** The organisation forbids it. */
	readonly isForbidden: boolean;
	readonly onChange: (isOn: boolean) => void;
}

/** Whether AI assistants on followed sites are counted. */
export function AssistantsCard({ isOn, isForbidden, onChange }: AssistantsCardProps) {
	return (
		<form class="card profile" aria-labelledby="assistants-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="assistants-title">{i18n.t('assistants.table')}</h2>
			<p class="soft">{i18n.t(isForbidden ? 'assistants.forbidden' : 'assistants.setting_body')}</p>
			{!isForbidden && <CheckField label={i18n.t('assistants.setting')} isOn={isOn} onChange={onChange} />}
		</form>
	);
}
