import { signal } from '@preact/signals-core';
import type { ErasedPart } from '@/utils/core/schema/names';

/** The steps of an erasure; `waiting` can still be undone, `erasing` no longer. */
export type EraseStep = 'idle' | 'confirm' | 'waiting' | 'erasing' | 'done' | 'partly' | 'failed';

const UNDO_SECONDS = 8;
const SECOND_MS = 1000;

/**
 * A permanent erasure: requested, confirmed, then done after some seconds unless it is undone or the page is closed. `run`
 * erases, and resolves to what could not be erased, null for all of it.
 */
export function createEraseModel(run: () => Promise<readonly ErasedPart[] | null>) {
	const step = signal<EraseStep>('idle');
	const secondsLeft = signal(0);
	const left = signal<readonly ErasedPart[]>([]);
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
		const parts = await run();
		left.value = parts ?? [];
		step.value = parts === null ? 'failed' : parts.length > 0 ? 'partly' : 'done';
	}

	return { step, secondsLeft, left, ask, confirm, cancel };
}
