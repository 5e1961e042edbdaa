import { computed, signal } from '@preact/signals-core';
import { i18n } from '#i18n';
import type { KnownState } from '@/components/card/KnownPlatforms';
import { ALL_HOSTS, hasAccess, requestAccess } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { Language } from '@/utils/core/units/language';
import { saveLanguage } from '@/utils/settings/language';
import { loadProfile, type ProfileState, profileActions, watchProfile } from '@/utils/settings/profile';
import { createSampleModel } from './sample-model';

/**
 * The welcome page's state and actions. `language` is the user's choice, null while Sobrio follows the browser; `day` is today's local
 * day, `YYYY-MM-DD`.
 */
export function createWelcomeModel(language: Language | null, day: string, reload: () => void) {
	const profile = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	/** Whether access to all hosts, for exact measurement, was granted. */
	const exact = signal<'offered' | 'refused' | 'granted'>('offered');

	/** Match patterns of the known platforms, and whether all of them are followed. */
	const knownMatches = signal<readonly string[]>([]);
	const known = signal<KnownState>('offered');

	const sample = createSampleModel(
		day,
		i18n.t('sample.course'),
		computed(() => profile.value.profile),
	);

	// Never stopped: the organisation's policy may arrive while the page is open.
	watchProfile((changed) => {
		profile.value = changed;
	});

	async function start(): Promise<void> {
		const [loaded, isGranted, following] = await Promise.all([
			loadProfile(),
			hasAccess(ALL_HOSTS),
			ask('following/get', {}),
		]);
		profile.value = loaded;
		if (isGranted) exact.value = 'granted';
		if (!following.ok) return;
		knownMatches.value = following.value.knownMatches;
		if (following.value.hasKnown) known.value = 'followed';
	}

	/** Saves the choice and reloads the page in that language. */
	async function chooseLanguage(chosen: Language | null): Promise<void> {
		await saveLanguage(chosen);
		reload();
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function countExactly(): Promise<void> {
		exact.value = (await requestAccess(ALL_HOSTS)) ? 'granted' : 'refused';
	}

	/** Must run inside the click, too. */
	async function followKnown(): Promise<void> {
		const isGranted = await requestAccess(...knownMatches.value);
		const reply = isGranted ? await ask('following/known', { isOn: true }) : null;
		known.value = reply?.ok ? 'followed' : 'refused';
	}

	return {
		...{ language, chooseLanguage, profile, ...profileActions(profile) },
		...{ known, knownMatches, followKnown, exact, countExactly },
		...{ sample, start },
	};
}

export type WelcomeModel = ReturnType<typeof createWelcomeModel>;
