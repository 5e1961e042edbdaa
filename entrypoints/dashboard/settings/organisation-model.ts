import { signal } from '@preact/signals-core';
import { giveBackAccess, giveBackSending, requestSending } from '@/utils/browser/permissions';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import { discardQueue, readOwnLrs } from '@/utils/settings/lrs';
import { type Organisation, readOrganisation, saveAnswers } from '@/utils/settings/organisation';

/** What the organisation offers: the learner agrees, refuses, or takes an agreement back. */
export function createOrganisationModel() {
	const organisation = signal<Organisation>({});
	/** True after the browser's prompt was refused. */
	const isRefused = signal(false);

	async function load(): Promise<void> {
		organisation.value = await readOrganisation();
	}

	async function answerCourses(isAgreed: boolean): Promise<void> {
		await saveAnswers({ courses: isAgreed });
		await load();
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function answerLrs(isAgreed: boolean): Promise<void> {
		const offered = organisation.value.lrs?.offered;
		if (!offered) return;
		const pattern = addressPattern(offered.endpoint);
		isRefused.value = isAgreed && !(await requestSending(pattern));
		if (isRefused.value) return;
		await saveAnswers({ lrs: { endpoint: offered.endpoint, isAgreed } });
		if (!isAgreed) await takeBack(pattern);
		await load();
	}

	/** What waits was meant for the organisation; the access stays where the learner's own store needs it. */
	async function takeBack(pattern: string): Promise<void> {
		await discardQueue();
		const own = await readOwnLrs();
		if (!own) await giveBackSending();
		if (!own || addressPattern(own.endpoint) !== pattern) await giveBackAccess(pattern);
	}

	return { organisation, isRefused, load, answerCourses, answerLrs };
}

export type OrganisationModel = ReturnType<typeof createOrganisationModel>;
