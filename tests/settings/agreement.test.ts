import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBucketAgreement, readLrsAgreement, saveAnswers } from '@/utils/settings/organisation';

const LRS = { endpoint: 'https://lrs.cfa.example/xapi', key: 'cfa', secret: 'geheim', weekly: true };
const BUCKET = { folder: 'https://files.cfa.example/in?sig=1', weekly: true };
const AGREED = { endpoint: LRS.endpoint, isAgreed: true };

let policy: object;

beforeEach(() => {
	fakeBrowser.reset();
	policy = {};
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
});

it.each([
	['an offer without an answer', { lrs: LRS }, null, 'none'],
	['an offer that was refused', { lrs: LRS }, { ...AGREED, isAgreed: false }, 'none'],
	['an offer that was agreed to', { lrs: LRS }, AGREED, 'seen'],
	['another offer since', { lrs: { ...LRS, endpoint: 'https://new.example/xapi' } }, AGREED, 'seen'],
	['a policy that is not loaded yet', {}, AGREED, 'unseen'],
	['a bucket only', { bucket: BUCKET }, AGREED, 'unseen'],
])('%s', async (_, set, lrs, agreement) => {
	policy = set;
	await saveAnswers({ lrs });
	expect([await readLrsAgreement(), await readBucketAgreement()]).toEqual([agreement, 'none']);
});

it('keeps the agreement to a bucket apart from that to a store', async () => {
	await saveAnswers({ bucket: { endpoint: 'https://files.cfa.example/in/', isAgreed: true } });
	expect([await readLrsAgreement(), await readBucketAgreement()]).toEqual(['none', 'unseen']);
	policy = { bucket: BUCKET };
	expect([await readLrsAgreement(), await readBucketAgreement()]).toEqual(['none', 'seen']);
});
