import { createItem } from '@/utils/browser/storage-item';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { type CountryClue, guessProfile } from '@/utils/core/carbon/guess';
import { type Profile, parseProfile } from '@/utils/core/carbon/profile';
import { readHints } from './hints';
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

/** The last save of this page, settled once it is written or has failed. */
let lastSave: Promise<void> = Promise.resolve();

/** The profile the learner has set, or a guess while there is none. What this page is saving counts as saved. */
export async function loadProfile(): Promise<ProfileState> {
	for (;;) {
		const save = lastSave;
		await save;
		const state = await stateOf(await item.read());
		// What was read while another save began is older than what the page shows.
		if (save === lastSave) return state;
	}
}

/** Keeps the learner's profile; null goes back to guessing. */
export function saveProfile(profile: Profile | null): Promise<void> {
	const save = profile === null ? item.remove() : item.write(profile);
	// Who asked hears of a failure; who only waits for the save to be over does not.
	lastSave = save.catch(() => {});
	return save;
}

/**
 * Calls back when the profile or the policy changes, wherever that happens, until the returned function is called. Of two quick
 * changes it tells the last only.
 */
export function watchProfile(onChange: (state: ProfileState) => void): () => void {
	let lastReading = 0;
	const tell = async () => {
		const reading = ++lastReading;
		const state = await loadProfile();
		if (reading === lastReading) onChange(state);
	};
	const stopItem = item.watch(() => void tell());
	const stopPolicy = watchPolicy(() => void tell());
	return () => {
		stopItem();
		stopPolicy();
	};
}
