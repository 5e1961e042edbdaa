import { browser } from '@/utils/browser/browser';
import { createItem } from '@/utils/browser/storage-item';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { type CountryClue, guessProfile, type Hints } from '@/utils/core/carbon/guess';
import { type Profile, parseProfile } from '@/utils/core/schema/profile';
import { applyPolicy, type FixedField, fixedFields, readPolicy, watchPolicy } from './policy';

const item = createItem('profile', parseProfile);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptProfile = item.accept;

/** The learner's equipment as the figures use it. */
export interface ProfileState {
	readonly profile: Profile;
	/** The evidence for the country while the equipment is guessed; null once the learner has set it. */
	readonly countryClue: CountryClue | null;
	/** Fields that the organisation has set and the learner cannot change; absent where it set none. */
	readonly fixed?: readonly FixedField[];
}

async function stateOf(saved: Profile | null): Promise<ProfileState> {
	const state = saved ? { profile: saved, countryClue: null } : guessProfile(readHints(), COUNTRIES);
	const policy = await readPolicy();
	const fixed = fixedFields(policy);
	return fixed.length > 0 ? { ...state, profile: applyPolicy(state.profile, policy), fixed } : state;
}

/** The last save of this page; resolves once it is written or has failed. */
let lastSave: Promise<void> = Promise.resolve();

/** The profile the learner has set, or a guess while there is none. Waits for saves of this page in progress. */
export async function loadProfile(): Promise<ProfileState> {
	for (;;) {
		const save = lastSave;
		await save;
		const state = await stateOf(await item.read());
		// Read again when another save began meanwhile: the state would be older than the page shows.
		if (save === lastSave) return state;
	}
}

/** Saves the learner's profile; null goes back to guessing. */
export function saveProfile(profile: Profile | null): Promise<void> {
	const save = profile === null ? item.remove() : item.write(profile);
	// Only the caller sees a failure, not those that wait for the save to end.
	lastSave = save.catch(() => {});
	return save;
}

/** The actions by which a page changes the equipment that it shows; `shown` is its state, such as a signal. */
export function profileActions(shown: { value: ProfileState }) {
	return {
		async changeProfile(next: Profile): Promise<void> {
			shown.value = { ...shown.value, profile: next, countryClue: null };
			await saveProfile(next);
		},
		/** Discards the equipment that the user set, and guesses it again. */
		async resetProfile(): Promise<void> {
			await saveProfile(null);
			shown.value = await loadProfile();
		},
	};
}

/**
 * Calls back when the profile or the policy changes in any page, until the returned function is called. Of two quick changes
 * only the last one calls back.
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

/** `navigator.connection`, which only Chrome has and TypeScript's library leaves out. */
interface ConnectedNavigator extends Navigator {
	readonly connection?: { readonly type?: string };
}

/** What this browser shows of the learner's equipment without asking them. */
function readHints(): Hints {
	const { userAgent, maxTouchPoints, connection }: ConnectedNavigator = navigator;
	return {
		locale: browser.i18n.getUILanguage(),
		timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
		userAgent,
		maxTouchPoints,
		connectionType: connection?.type,
	};
}
