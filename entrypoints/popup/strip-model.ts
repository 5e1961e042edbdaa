import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { stepOf } from '@/utils/core/recent/recent';
import { dropOf, type StripDrop, stripOf } from '@/utils/core/recent/strip';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { linesOf } from '@/utils/core/tips/video';

/** The last two minutes of the page, and what a lower resolution has saved, which stays when its moment has left the strip. */
export function createStripModel(now: () => Date, visit: ReadonlySignal<LiveVisit | null>) {
	const step = signal(stepOf(now().getTime()));
	const drop = signal<StripDrop | null>(null);
	const tick = () => {
		step.value = stepOf(now().getTime());
	};
	const strip = computed(() =>
		visit.value ? stripOf(visit.value.recent ?? null, visit.value, step.value, drop.value) : null,
	);
	effect(() => {
		const current = visit.value;
		tick();
		const before = drop.peek()?.visitId === current?.id ? drop.peek() : null;
		const lines = current?.nowPlaying ? linesOf(current.nowPlaying) : null;
		const isOver = before !== null && lines !== null && lines > before.lines;
		drop.value = dropOf(current?.recent ?? null) ?? (isOver ? null : before);
	});
	return { strip, drop, tick };
}
