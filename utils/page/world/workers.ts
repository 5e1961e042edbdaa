import type { Counters } from './counters';
import { quietly, wrap } from './wrap';

/** Counts the workers that this frame starts: what they ask of other servers no page and, without their hosts, no event shows. */
export function hookWorkers({ line, grow }: Counters): void {
	const meet = () =>
		quietly(() => {
			line('own:worker')[0]++;
			grow();
		});
	for (const name of ['Worker', 'SharedWorker'] as const)
		quietly(() =>
			wrap(globalThis, name, {
				construct(Native, args, newTarget) {
					meet();
					return Reflect.construct(Native, args, newTarget);
				},
			}),
		);
	// Absent where a page has no https.
	quietly(() =>
		wrap(ServiceWorkerContainer.prototype, 'register', {
			apply(register, self, args) {
				meet();
				return Reflect.apply(register, self, args);
			},
		}),
	);
}
