import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { linesOf, lowerQualityBytesPerHour } from '@/utils/core/tips/video';
import type { SoberModel } from './sober-model';

/** What sober mode did to the video after it was switched on. */
export interface SwitchOutcome {
	readonly linesBefore: number;
	readonly lines: number;
	/** Bytes an hour that the lower resolution saves; fixed once it was seen. */
	readonly savedBytesPerHour: number;
}

/** The switch of sober mode with what it did: said once the video was seen to play at a lower resolution. */
export function createSwitchModel(sober: SoberModel, visit: ReadonlySignal<LiveVisit | null>) {
	const outcome = signal<SwitchOutcome | null>(null);
	/** The visit when the mode was switched on; null where no video played. */
	let before: LiveVisit | null = null;
	effect(() => {
		const current = visit.value;
		if (before === null) return;
		if (current?.id !== before.id) {
			before = null;
			outcome.value = null;
			return;
		}
		const linesBefore = before.nowPlaying ? linesOf(before.nowPlaying) : 0;
		const lines = current.nowPlaying ? linesOf(current.nowPlaying) : linesBefore;
		if (lines >= linesBefore || lines === outcome.peek()?.lines) return;
		outcome.value = { linesBefore, lines, savedBytesPerHour: lowerQualityBytesPerHour(before, linesBefore, lines) };
	});
	return {
		outcome,
		switch(scope: 'site' | 'everywhere', isOn: boolean): void {
			before = isOn ? visit.value : null;
			outcome.value = null;
			sober.switch(scope, isOn);
		},
	};
}
