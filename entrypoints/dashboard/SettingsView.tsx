import { i18n } from '#i18n';
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
