import { OWN_WORKERS } from '@/utils/core/measure/connection';
import type { Counters } from './counters';
import { beforeCall, quietly, wrap } from './wrap';

/** Counts the workers that this frame starts. No page, and without host permissions no network event, shows their requests. */
export function hookWorkers({ counter, notify }: Counters): void {
	const count = () => {
		counter(OWN_WORKERS).count++;
		notify();
	};
	for (const name of ['Worker', 'SharedWorker'] as const)
		quietly(() =>
			wrap(globalThis, name, {
				construct(Native, args, newTarget) {
					quietly(count);
					return Reflect.construct(Native, args, newTarget);
				},
			}),
		);
	// Pages without https have no service workers.
	quietly(() => beforeCall(ServiceWorkerContainer.prototype, 'register', count));
}
