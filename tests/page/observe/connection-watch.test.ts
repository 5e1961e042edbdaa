// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { MAX_COUNTERS_LENGTH } from '@/utils/core/schema/names';
import { ConnectionWatch } from '@/utils/page/observe/connection-watch';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/world/events';

it('passes on no more of a forged reply than an honest one may hold', () => {
	const watch = new ConnectionWatch(() => {});
	const forge = () => document.dispatchEvent(new CustomEvent(COUNTERS_EVENT, { detail: '\n'.repeat(30_000_000) }));
	document.addEventListener(READ_COUNTERS_EVENT, forge);
	expect(watch.read()).toHaveLength(MAX_COUNTERS_LENGTH);
	document.removeEventListener(READ_COUNTERS_EVENT, forge);
	watch.stop();
});
