import { COUNTRIES } from '@/utils/carbon/grid';
import { type CountryClue, guessProfile } from '@/utils/carbon/guess';
import { type Profile, parseProfile } from '@/utils/carbon/profile';
import { readHints } from './hints';
import { createItem } from './item';
import { applyPolicy, type FixedField, fixedFields, readPolicy, watchPolicy } from './policy';

const item = createItem('profile', parseProfile);

/** The learner's equipment as the figures use it. */
export interface ProfileState {
	readonly profile: Profile;
	/** What the country rests on while the equipment is guessed; null once the learner has set it. */
	readonly countryClue: CountryClue | null;
	/** What the organisation has set and the learner cannot change; absent where it set nothing. */
	readonly fixed?: readonly FixedField[];
}

async function stateOf(saved: Profile | null): Promise<ProfileState> {
	const state = saved ? { profile: saved, countryClue: null } : guessProfile(readHints(), COUNTRIES);
	const policy = await readPolicy();
	const fixed = fixedFields(policy);
	return fixed.length > 0 ? { ...state, profile: applyPolicy(state.profile, policy), fixed } : state;
}

/** The profile the learner has set, or a guess while there is none. */
export async function loadProfile(): Promise<ProfileState> {
	return stateOf(await item.read());
}

/** Keeps the learner's profile; null goes back to guessing. */
export function saveProfile(profile: Profile | null): Promise<void> {
	return profile === null ? item.remove() : item.write(profile);
}

/** Calls back when the profile or the policy changes, wherever that happens, until the returned function is called. */
export function watchProfile(onChange: (state: ProfileState) => void): () => void {
	const stopItem = item.watch((saved) => void stateOf(saved).then(onChange));
	const stopPolicy = watchPolicy(() => void loadProfile().then(onChange));
	return () => {
		stopItem();
		stopPolicy();
	};
}
