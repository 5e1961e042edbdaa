import { OWN_WORKERS } from '@/utils/core/measure/connection';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from './counters';
import { afterConstruct, beforeCall } from './wrap';

/** Counts the workers that this frame starts. No page, and without host permissions no network event, shows their requests. */
export function hookWorkers({ counter, notify }: Counters): void {
	const count = () => {
		counter(OWN_WORKERS).count++;
		notify();
	};
	afterConstruct(['Worker'], count);
	afterConstruct(['SharedWorker'], count);
	// Pages without https have no service workers.
	quietly(() => beforeCall(ServiceWorkerContainer.prototype, 'register', count));
}
