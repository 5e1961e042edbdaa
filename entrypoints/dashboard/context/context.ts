import { signal } from '@preact/signals-core';
import type { ComponentChild } from 'preact';
import { ask } from '@/utils/browser/rpc';
import type { StoreState } from '@/utils/core/schema/database-record';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { Goal } from '@/utils/core/schema/settings';
import { dayOf } from '@/utils/core/units/day';
import type { Language } from '@/utils/core/units/language';
import { readGoal, saveGoal, watchGoal } from '@/utils/settings/goal';
import { readOrganisation, watchOrganisation } from '@/utils/settings/organisation';
import { loadProfile, type ProfileState, profileActions, watchProfile } from '@/utils/settings/profile';
import { createNavigation } from './navigation';

/** What differs between the page in a browser and one under test. */
export interface Page {
	/** The page's language tag, BCP 47: spreadsheets expect CSV in the format of their user's language. */
	readonly locale: string;
	/** The language that the user chose; null while Sobrio follows the browser. */
	readonly language: Language | null;
	/** Version of the extension. */
	readonly version: string;
	now(): Date;
	reload(): void;
	/** Offers a file for saving under a name. */
	saveFile(file: Blob, name: string): void;
}

/** A view of the dashboard once its code is loaded. */
export interface View {
	render(): ComponentChild;
	/** Reads what the view shows, when it is opened and when its tab becomes visible again. */
	load?(): Promise<void>;
	/** Releases what the view holds when it is left. A view without it keeps its state until the page is closed. */
	close?(): void;
}

/** What the dashboard's views share: where the page is, the user's equipment and goal, and the actions that change them. */
export function createContext(page: Page) {
	const navigation = createNavigation(() => page.now());
	const profile = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	const goal = signal<Goal | null>(null);
	const store = signal<StoreState | null>(null);
	/** Whether the organisation offers something that the learner has not answered. */
	const hasOffer = signal(false);
	// Never stopped: another tab may change them for as long as the page is open.
	watchProfile((changed) => {
		profile.value = changed;
	});
	watchGoal(() => void loadGoal());
	watchOrganisation(() => void loadOffer());

	/** Reads the clock, the equipment, the goal and what is wrong with the stored figures again. */
	async function load(): Promise<void> {
		navigation.today.value = dayOf(page.now());
		profile.value = await loadProfile();
		await Promise.all([loadGoal(), loadOffer()]);
		const reply = await ask('store/get', {});
		if (reply.ok) store.value = reply.value;
	}

	async function loadOffer(): Promise<void> {
		const { courses, lrs, bucket } = await readOrganisation();
		hasOffer.value = courses === null || lrs?.isAgreed === null || bucket?.isAgreed === null;
	}

	/** The user has read that earlier figures are lost. */
	async function acceptLoss(): Promise<void> {
		await ask('store/accept', {});
		await load();
	}

	async function loadGoal(): Promise<void> {
		goal.value = await readGoal();
	}

	/** Saves a goal; null removes it. */
	async function changeGoal(next: Goal | null): Promise<void> {
		goal.value = next;
		await saveGoal(next);
	}

	return {
		...page,
		...navigation,
		profile,
		goal,
		store,
		hasOffer,
		load,
		acceptLoss,
		changeGoal,
		...profileActions(profile),
	};
}

export type DashboardContext = ReturnType<typeof createContext>;
