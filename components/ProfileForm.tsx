import './method.css';
import { i18n } from '#i18n';
import { DEVICES, MAX_DEVICE_AGE_YEARS, MAX_SCREEN_COUNT, NETWORKS, type Profile } from '@/utils/carbon/profile';
import { countryName } from './factor-text';
import { NumberField } from './NumberField';
import { SelectField } from './SelectField';

export interface ProfileFormProps {
	readonly profile: Profile;
	/** True while nobody has confirmed the profile. */
	readonly isGuessed: boolean;
	/** Countries on offer, ISO 3166-1 alpha-2. */
	readonly countries: readonly string[];
	/** Called with the whole profile at each valid change. */
	readonly onChange: (profile: Profile) => void;
}

/** The learner's equipment: each change counts at once, for past weeks too. */
export function ProfileForm({ profile, isGuessed, countries, onChange }: ProfileFormProps) {
	const countryOptions = countries
		.map((country): [string, string] => [country, countryName(country)])
		.sort(([, a], [, b]) => a.localeCompare(b, i18n.t('language')));
	return (
		<form class="card profile" aria-labelledby="profile-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="profile-title">{i18n.t('profile.title')}</h2>
			<p class="soft">{i18n.t('profile.about')}</p>
			<p role="status">{isGuessed ? i18n.t('profile.guessed') : i18n.t('profile.saved')}</p>
			<SelectField
				id="profile-device"
				label={i18n.t('profile.device')}
				value={profile.device}
				options={DEVICES.map((device) => [device, i18n.t(`profile.devices.${device}`)])}
				onChange={(device) => onChange({ ...profile, device })}
			/>
			<SelectField
				id="profile-network"
				label={i18n.t('profile.network')}
				value={profile.network}
				options={NETWORKS.map((network) => [network, i18n.t(`profile.networks.${network}`)])}
				onChange={(network) => onChange({ ...profile, network })}
			/>
			<SelectField
				id="profile-country"
				label={i18n.t('profile.country')}
				value={profile.country}
				options={countryOptions}
				onChange={(country) => onChange({ ...profile, country })}
			/>
			<NumberField
				id="profile-age"
				label={i18n.t('profile.age')}
				hint={i18n.t('profile.age_hint')}
				value={profile.deviceAgeYears}
				min={0}
				max={MAX_DEVICE_AGE_YEARS}
				onChange={(deviceAgeYears) => onChange({ ...profile, deviceAgeYears })}
			/>
			<NumberField
				id="profile-screens"
				label={i18n.t('profile.screens')}
				hint={i18n.t('profile.screens_hint')}
				value={profile.screenCount}
				min={1}
				max={MAX_SCREEN_COUNT}
				onChange={(screenCount) => screenCount !== null && onChange({ ...profile, screenCount })}
			/>
		</form>
	);
}
