import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { LiveVisit } from '@/utils/core/schema/visit';

/** A value for each visit, in memory: in the panel it is there again when the learner returns to the tab. */
export function perVisit<Value>(visit: ReadonlySignal<LiveVisit | null>, initial: Value) {
	const values = signal<ReadonlyMap<string, Value>>(new Map());
	const of = (id: string) => values.value.get(id) ?? initial;
	return {
		/** That of the visit which is shown. */
		current: computed(() => (visit.value ? of(visit.value.id) : initial)),
		of,
		set(id: string, value: Value): void {
			values.value = new Map(values.value).set(id, value);
		},
	};
}
