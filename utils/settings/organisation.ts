import { createItem } from '@/utils/browser/storage-item';
import { folderOf, publicPart } from '@/utils/core/delivery/bucket';
import { endpointOf } from '@/utils/core/delivery/lrs';
import type { Policy } from '@/utils/core/schema/policy';
import { type Answers, type Bucket, type Lrs, parseAnswers } from '@/utils/core/schema/settings';
import { readPolicy, watchPolicy } from './policy';

/** Not in backups: what was agreed to belongs to this browser and its organisation. */
const item = createItem('organisation', parseAnswers);

/** What the organisation offers, and the learner's answers. */
export interface Organisation {
	/** True or false once answered; null while it is not. Undefined where the organisation sets no salt. */
	readonly courses?: boolean | null;
	/** The same for its store. */
	readonly lrs?: { readonly offered: Lrs; readonly isAgreed: boolean | null };
	/** The same for its bucket. */
	readonly bucket?: { readonly offered: Bucket; readonly isAgreed: boolean | null };
}

/** The organisation's offers with the learner's answers. */
export async function readOrganisation(): Promise<Organisation> {
	const [policy, answers] = await Promise.all([readPolicy(), item.read()]);
	const lrs = offeredLrs(policy);
	const bucket = offeredBucket(policy);
	const answerTo = (answer: Answers['lrs'], address: string) => (answer?.endpoint === address ? answer.isAgreed : null);
	return {
		...(policy.courseSalt !== null && { courses: answers.courses }),
		...(lrs && { lrs: { offered: lrs, isAgreed: answerTo(answers.lrs, lrs.endpoint) } }),
		...(bucket && { bucket: { offered: bucket, isAgreed: answerTo(answers.bucket, publicPart(bucket.folder)) } }),
	};
}

/** The store in a policy, which gets shareable statements only; null where there is none, or its address is not safe. */
function offeredLrs({ lrs }: Policy): Lrs | null {
	const endpoint = lrs && endpointOf(lrs.endpoint);
	if (!lrs || endpoint === null) return null;
	const { key, secret, version, weekly } = lrs;
	return { endpoint, key, secret, version, scope: 'shareable', isWeekly: weekly };
}

/** The bucket in a policy; null where there is none, or its address is not safe. */
function offeredBucket({ bucket }: Policy): Bucket | null {
	const folder = bucket && folderOf(bucket.folder);
	if (!bucket || folder === null) return null;
	const { user, password, weekly } = bucket;
	return { folder, user, password, isWeekly: weekly };
}

/** The organisation's salt for the codes of courses; null unless the learner has agreed. */
export async function readCourseSalt(): Promise<string | null> {
	const [{ courseSalt }, { courses }] = await Promise.all([readPolicy(), item.read()]);
	return courses === true ? courseSalt : null;
}

/** The organisation's store; null unless the learner has agreed to its address. */
export async function readAgreedLrs(): Promise<Lrs | null> {
	const { lrs } = await readOrganisation();
	return lrs?.isAgreed ? lrs.offered : null;
}

/** The organisation's bucket; null unless the learner has agreed to its address. */
export async function readAgreedBucket(): Promise<Bucket | null> {
	const { bucket } = await readOrganisation();
	return bucket?.isAgreed ? bucket.offered : null;
}

/**
 * Whether the learner has agreed to a target of the organisation: `seen` where the policy offers one now, be it another; `unseen` where it
 * offers none, or not yet: Chrome loads the policy only some time after its start.
 */
export type Agreement = 'none' | 'seen' | 'unseen';

async function readAgreement(kind: 'lrs' | 'bucket'): Promise<Agreement> {
	const [organisation, answers] = await Promise.all([readOrganisation(), item.read()]);
	if (!answers[kind]?.isAgreed) return 'none';
	return organisation[kind] ? 'seen' : 'unseen';
}

/** The agreement to a store of the organisation. */
export const readLrsAgreement = () => readAgreement('lrs');

/** The same for a bucket. */
export const readBucketAgreement = () => readAgreement('bucket');

/** Saves answers; null forgets all of them. */
export async function saveAnswers(changed: Partial<Answers> | null): Promise<void> {
	if (changed) await item.change((answers) => ({ ...answers, ...changed }));
	else await item.remove();
}

/** Calls back when an answer or the policy changes, which Chrome loads late, until the returned function is called. */
export function watchOrganisation(onChange: () => void): () => void {
	const stops = [item.watch(onChange), watchPolicy(onChange)];
	return () => {
		for (const stop of stops) stop();
	};
}
