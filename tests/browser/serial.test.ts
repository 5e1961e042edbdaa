import { expect, it } from 'vitest';
import { createSerial } from '@/utils/browser/serial';

it('runs tasks one after another, in the order of the calls', async () => {
	const serial = createSerial();
	const log: string[] = [];
	const task = (name: string) => async () => {
		log.push(`${name} starts`);
		await new Promise((resolve) => setTimeout(resolve, 1));
		log.push(`${name} ends`);
		return name;
	};
	expect(await Promise.all([serial(task('a')), serial(task('b'))])).toEqual(['a', 'b']);
	expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

it('continues after a failed task, whose error only its caller receives', async () => {
	const serial = createSerial();
	const failing = serial(async () => {
		throw new Error('disk full');
	});
	const next = serial(async () => 'done');
	await expect(failing).rejects.toThrow('disk full');
	expect(await next).toBe('done');
});
