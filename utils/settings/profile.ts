import { storage } from 'wxt/utils/storage';
import { type Profile, parseProfile } from '@/utils/carbon/profile';

const item = storage.defineItem<unknown>('local:profile', { fallback: null, version: 1 });

/** The profile the learner has set; null while there is none and it has to be guessed. */
export async function readProfile(): Promise<Profile | null> {
	return parseProfile(await item.getValue());
}

/** Keeps the learner's profile; null goes back to guessing. */
export async function saveProfile(profile: Profile | null): Promise<void> {
	await (profile === null ? item.removeValue() : item.setValue(profile));
}
