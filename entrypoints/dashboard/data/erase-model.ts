import { signal } from '@preact/signals-core';

/** The steps of an erasure; `waiting` can still be undone, `erasing` no longer. */
export type EraseStep = 'idle' | 'confirm' | 'waiting' | 'erasing' | 'done' | 'failed';

const UNDO_SECONDS = 8;
const SECOND_MS = 1000;

/**
 * A permanent erasure: requested, confirmed, then done after some seconds unless it is undone or the page is closed. `run`
 * erases, and resolves to whether it succeeded.
 */
export function createEraseModel(run: () => Promise<boolean>) {
	const step = signal<EraseStep>('idle');
	const secondsLeft = signal(0);
	let timer: ReturnType<typeof setInterval> | undefined;

	function ask(): void {
		step.value = 'confirm';
	}

	function confirm(): void {
		step.value = 'waiting';
		secondsLeft.value = UNDO_SECONDS;
		timer = setInterval(() => {
			secondsLeft.value--;
			if (secondsLeft.value === 0) void erase();
		}, SECOND_MS);
	}

	function cancel(): void {
		clearInterval(timer);
		step.value = 'idle';
	}

	async function erase(): Promise<void> {
		clearInterval(timer);
		step.value = 'erasing';
		step.value = (await run()) ? 'done' : 'failed';
	}

	return { step, secondsLeft, ask, confirm, cancel };
}
