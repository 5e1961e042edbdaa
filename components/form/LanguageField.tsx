import { i18n } from '#i18n';
import { LANGUAGES, type Language } from '@/utils/core/units/language';
import { SelectField } from './SelectField';

export interface LanguageFieldProps {
	/** Null while Sobrio follows the browser. */
	readonly language: Language | null;
	readonly onChange: (language: Language | null) => void;
}

/** Each in its own language. */
const NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };
const BROWSER = 'browser';

/** The language of Sobrio's own pages. */
export function LanguageField({ language, onChange }: LanguageFieldProps) {
	return (
		<section class="card language">
			<SelectField<Language | typeof BROWSER>
				id="language"
				label={i18n.t('settings.language')}
				value={language ?? BROWSER}
				options={[
					[BROWSER, i18n.t('settings.language_browser')],
					...LANGUAGES.map((each): [Language, string] => [each, NAMES[each]]),
				]}
				onChange={(chosen) => onChange(chosen === BROWSER ? null : chosen)}
			/>
		</section>
	);
}
