import { expect, it } from 'vitest';
import { visitRoutes } from '@/utils/background/routes/visit-routes';

it.each([
	{ target: 'lrs', isAnswerOnly: true, called: ['lrs forgets the answer'] },
	{ target: 'lrs', isAnswerOnly: false, called: ['lrs discards what waits'] },
	{ target: 'bucket', isAnswerOnly: true, called: ['bucket forgets the answer'] },
	{ target: 'bucket', isAnswerOnly: false, called: ['bucket discards what waits'] },
] as const)('a queue is cleared for $target alone, its answer only: $isAnswerOnly', async ({ called, ...request }) => {
	const calls: string[] = [];
	const sender = (target: string) => ({
		forgetAnswer: async () => void calls.push(`${target} forgets the answer`),
		discard: async () => void calls.push(`${target} discards what waits`),
	});
	const routes = visitRoutes({ lrs: sender('lrs'), bucket: sender('bucket') } as never);
	await routes['queue/clear'](request);
	expect(calls).toEqual(called);
});
