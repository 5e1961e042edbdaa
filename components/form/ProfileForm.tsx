import { i18n } from '#i18n';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import type { CountryClue } from '@/utils/core/carbon/guess';
import { DEVICES, MAX_DEVICE_AGE_YEARS, MAX_SCREEN_COUNT, NETWORKS, type Profile } from '@/utils/core/schema/profile';
import { countryName } from './country-name';
import { NumberField } from './NumberField';
import { SelectField } from './SelectField';

export interface ProfileFormProps {
	readonly profile: Profile;
	/** What a guessed country is based on; null once the user has set the profile. */
	readonly countryClue: CountryClue | null;
	/** Fields set by the organisation, which the user cannot change. */
	readonly fixed?: readonly ('device' | 'country')[] | undefined;
	/** True for device, network and country only. */
	readonly isBrief?: boolean;
	/** The countries to choose from, ISO 3166-1 alpha-2. */
	readonly countries?: readonly string[];
	/** Called with the whole profile at each valid change. */
	readonly onChange: (profile: Profile) => void;
	/** Called to discard what was set and guess again. */
	readonly onReset: () => void;
}

/** The user's equipment. Each change applies at once, to past weeks too. */
export function ProfileForm(props: ProfileFormProps) {
	const isGuessed = props.countryClue !== null;
	return (
		<form class="card profile" aria-labelledby="profile-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="profile-title">{i18n.t('profile.title')}</h2>
			<p class="soft">{i18n.t('profile.about')}</p>
			<div class="state">
				<p role="status">{isGuessed ? i18n.t('profile.guessed') : i18n.t('profile.saved')}</p>
				{!isGuessed && (
					<button type="button" onClick={props.onReset}>
						{i18n.t('profile.reset')}
					</button>
				)}
			</div>
			<Choices {...props} />
			{!props.isBrief && <Numbers {...props} />}
		</form>
	);
}

function Choices({ profile, countryClue, fixed = [], countries = COUNTRIES, onChange }: ProfileFormProps) {
	const isGuessed = countryClue !== null;
	const countryOptions = countries
		.map((country): [string, string] => [country, countryName(country)])
		.sort(([, a], [, b]) => a.localeCompare(b, i18n.t('language')));
	return (
		<>
			<SelectField
				id="profile-device"
				label={i18n.t('profile.device')}
				value={profile.device}
				options={DEVICES.map((device) => [device, i18n.t(`profile.devices.${device}`)])}
				isFixed={fixed.includes('device')}
				hint={isGuessed && profile.device === 'laptop' ? i18n.t('profile.device_hint') : null}
				onChange={(device) => onChange({ ...profile, device })}
			/>
			<SelectField
				id="profile-network"
				label={i18n.t('profile.network')}
				value={profile.network}
				options={NETWORKS.map((network) => [network, i18n.t(`profile.networks.${network}`)])}
				hint={isGuessed && profile.network === 'fixed' ? i18n.t('profile.network_hint') : null}
				onChange={(network) => onChange({ ...profile, network })}
			/>
			<SelectField
				id="profile-country"
				label={i18n.t('profile.country')}
				value={profile.country}
				options={countryOptions}
				isFixed={fixed.includes('country')}
				hint={countryClue && i18n.t(`profile.country_by_${countryClue}`)}
				onChange={(country) => onChange({ ...profile, country })}
			/>
		</>
	);
}

function Numbers({ profile, onChange }: Pick<ProfileFormProps, 'profile' | 'onChange'>) {
	return (
		<>
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
		</>
	);
}
