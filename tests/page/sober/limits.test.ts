import { expect, it } from 'vitest';
import { limitEffects } from '@/utils/page/sober/limits';

function watched() {
	const set: (number | null)[] = [];
	return { set, effects: limitEffects((lines) => void set.push(lines)) };
}

it('a limit holds until its effect stops', async () => {
	const { set, effects } = watched();
	effects['480p']?.start();
	effects['480p']?.stop();
	await Promise.resolve();
	expect(set).toEqual([480, null]);
});

it.each([
	['480p', '1080p', 1080],
	['1080p', '480p', 480],
] as const)(
	'%s gives way to %s without another one between, whichever stops or starts first',
	async (before, after, lines) => {
		for (const isStartFirst of [true, false]) {
			const { set, effects } = watched();
			effects[before]?.start();
			if (isStartFirst) effects[after]?.start();
			effects[before]?.stop();
			if (!isStartFirst) effects[after]?.start();
			await Promise.resolve();
			expect(set).toEqual([Number.parseInt(before, 10), lines]);
		}
	},
);
