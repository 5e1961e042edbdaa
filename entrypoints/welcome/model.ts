import { signal } from '@preact/signals-core';
import { DEFAULT_PROFILE, type Profile } from '@/utils/core/carbon/profile';
import type { ProfileState } from '@/utils/settings/profile';
import type { WelcomeServices } from './services';

/** What became of exact counting. */
export type ExactState = 'offered' | 'refused' | 'granted';

/** The welcome page's state and actions. Everything it asks of the browser goes through `services`. */
export function createWelcomeModel(services: WelcomeServices) {
	const profile = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	const exact = signal<ExactState>('offered');

	// For as long as the page is open: the organisation's settings may come after it.
	services.watchProfile((changed) => {
		profile.value = changed;
	});

	async function start(): Promise<void> {
		const [loaded, isWide] = await Promise.all([services.loadProfile(), services.hasWideAccess()]);
		profile.value = loaded;
		if (isWide) exact.value = 'granted';
	}

	async function changeProfile(next: Profile): Promise<void> {
		profile.value = { ...profile.value, profile: next, countryClue: null };
		await services.saveProfile(next);
	}

	/** Forgets what the learner told of their equipment, and guesses again. */
	async function resetProfile(): Promise<void> {
		await services.saveProfile(null);
		profile.value = await services.loadProfile();
	}

	/** Must run inside the click: the browsers refuse a permission request that comes later. */
	async function countExactly(): Promise<void> {
		exact.value = (await services.requestWideAccess()) ? 'granted' : 'refused';
	}

	const { language, chooseLanguage } = services;
	return { language, chooseLanguage, profile, exact, start, changeProfile, resetProfile, countExactly };
}

export type WelcomeModel = ReturnType<typeof createWelcomeModel>;
