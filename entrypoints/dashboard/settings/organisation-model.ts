import { signal } from '@preact/signals-core';
import { requestSending } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { publicPart } from '@/utils/core/delivery/bucket';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import { type Organisation, readOrganisation, saveAnswers } from '@/utils/settings/organisation';
import { giveBackUnused } from '@/utils/settings/sending';

type Target = 'lrs' | 'bucket';

/** What the organisation offers: the learner agrees, refuses, or takes an agreement back. */
export function createOrganisationModel() {
	const organisation = signal<Organisation>({});
	/** The target for which the browser's prompt was refused last. */
	const refused = signal<Target | null>(null);

	async function load(): Promise<void> {
		organisation.value = await readOrganisation();
	}

	async function answerCourses(isAgreed: boolean): Promise<void> {
		await saveAnswers({ courses: isAgreed });
		await load();
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function answerLrs(isAgreed: boolean): Promise<void> {
		const { offered } = organisation.value.lrs ?? {};
		if (!offered || !(await mayAnswer('lrs', isAgreed, offered.endpoint))) return;
		await saveAnswers({ lrs: { endpoint: offered.endpoint, isAgreed } });
		await settle('lrs', isAgreed, offered.endpoint);
	}

	/** The same for the bucket. */
	async function answerBucket(isAgreed: boolean): Promise<void> {
		const { offered } = organisation.value.bucket ?? {};
		if (!offered || !(await mayAnswer('bucket', isAgreed, offered.folder))) return;
		await saveAnswers({ bucket: { endpoint: publicPart(offered.folder), isAgreed } });
		await settle('bucket', isAgreed, offered.folder);
	}

	/** To agree, the browser has to grant the access. */
	async function mayAnswer(target: Target, isAgreed: boolean, address: string): Promise<boolean> {
		const isGranted = !isAgreed || (await requestSending(addressPattern(address)));
		refused.value = isGranted ? null : target;
		return isGranted;
	}

	/** What waited was meant for the organisation; the access stays where something else needs it. */
	async function settle(target: Target, isAgreed: boolean, address: string): Promise<void> {
		await ask('queue/clear', { target, part: isAgreed ? 'answer' : 'all' });
		if (!isAgreed) await giveBackUnused(address);
		await load();
	}

	return { organisation, refused, load, answerCourses, answerLrs, answerBucket };
}

export type OrganisationModel = ReturnType<typeof createOrganisationModel>;
