import { expect, it } from 'vitest';
import { visitRoutes } from '@/utils/background/routes/visit-routes';

it.each([
	{ target: 'lrs', part: 'answer', called: ['lrs forgets the answer'] },
	{ target: 'lrs', part: 'missed', called: ['lrs forgets what was missed'] },
	{ target: 'lrs', part: 'all', called: ['lrs discards what waits'] },
	{ target: 'bucket', part: 'answer', called: ['bucket forgets the answer'] },
	{ target: 'bucket', part: 'missed', called: ['bucket forgets what was missed'] },
	{ target: 'bucket', part: 'all', called: ['bucket discards what waits'] },
] as const)('a queue is cleared for $target alone: $part', async ({ called, ...request }) => {
	const calls: string[] = [];
	const sender = (target: string) => ({
		forgetAnswer: async () => void calls.push(`${target} forgets the answer`),
		forgetMissed: async () => void calls.push(`${target} forgets what was missed`),
		discard: async () => void calls.push(`${target} discards what waits`),
	});
	const routes = visitRoutes({ lrs: sender('lrs'), bucket: sender('bucket') } as never);
	await routes['queue/clear'](request);
	expect(calls).toEqual(called);
});
