import { i18n } from '#i18n';
import { LanguageField } from '@/components/LanguageField';
import { ProfileForm } from '@/components/ProfileForm';
import { COUNTRIES } from '@/utils/carbon/grid';
import type { DashboardModel } from './model';

/** What Sobrio should know of the learner's equipment. */
export function SettingsView({ model }: { readonly model: DashboardModel }) {
	const { profile, countryClue, fixed } = model.profile.value;
	return (
		<>
			<div class="heading">
				<h1>{i18n.t('nav.settings')}</h1>
			</div>
			<LanguageField language={model.language} onChange={model.chooseLanguage} />
			<ProfileForm
				profile={profile}
				countryClue={countryClue}
				fixed={fixed}
				countries={COUNTRIES}
				onChange={model.changeProfile}
				onReset={model.resetProfile}
			/>
		</>
	);
}
