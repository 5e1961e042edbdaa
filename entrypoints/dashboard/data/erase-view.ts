import { signal } from '@preact/signals-core';
import type { EraseStep } from './EraseCard';

const UNDO_SECONDS = 8;
const SECOND_MS = 1000;

/**
 * Erasing for good: asked, confirmed, then done after some seconds unless undone or the page is closed. `run` erases, and
 * answers whether it could.
 */
export function createEraseView(run: () => Promise<boolean>) {
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
