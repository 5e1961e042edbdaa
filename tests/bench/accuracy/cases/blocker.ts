import type { BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { writeBareExtension } from '@/tests/bench/bare-extensions';
import { CACHES } from './caches';
import { PLAIN_PAGES } from './plain-pages';
import { VIDEOS } from './videos';

const NAMES: readonly string[] = ['images-other-origin', 'chunked-fetch', 'poll-200', 'cached-revisit', 'mp4-part'];

/** The same case with another extension beside Sobrio that listens to response headers, as content blockers do. */
function besideBlocker(one: BenchCase): BenchCase {
	return {
		...one,
		name: `blocker-${one.name}`,
		limit: 'blocked',
		browsers: ['firefox'],
		peers: '',
		async run(stage: Stage) {
			const blocker = writeBareExtension('blocker', stage.driver.browser);
			const uninstall = await stage.driver.installBeside(blocker.dir);
			try {
				await one.run(stage);
			} finally {
				await uninstall();
				blocker.remove();
			}
		},
	};
}

/** Rows of Firefox, whose own byte counts read 0 as soon as any extension listens to response headers. */
export const BESIDE_BLOCKER: readonly BenchCase[] = [...PLAIN_PAGES, ...CACHES, ...VIDEOS]
	.filter(({ name }) => NAMES.includes(name))
	.map(besideBlocker);
