import { i18n } from '#i18n';
import { countryName } from '@/components/form/country-name';
import type { Profile } from '@/utils/core/schema/profile';

export interface GuessLineProps {
	readonly profile: Profile;
	/** Called to open the settings. */
	readonly onCheck: () => void;
}

/** The guessed equipment behind the grams, with a link to the settings. */
export function GuessLine({ profile, onCheck }: GuessLineProps) {
	return (
		<p class="soft whole">
			{i18n.t('profile.guess_line', [i18n.t(`profile.devices_short.${profile.device}`), countryName(profile.country)])}{' '}
			<button type="button" class="link" onClick={onCheck}>
				{i18n.t('profile.check')}
			</button>
		</p>
	);
}
