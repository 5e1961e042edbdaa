import { type Profile, parseProfile } from '@/utils/carbon/profile';
import { createItem } from './item';

const item = createItem('profile', parseProfile);

/** The profile the learner has set; null while there is none and it has to be guessed. */
export function readProfile(): Promise<Profile | null> {
	return item.read();
}

/** Keeps the learner's profile; null goes back to guessing. */
export function saveProfile(profile: Profile | null): Promise<void> {
	return profile === null ? item.remove() : item.write(profile);
}
