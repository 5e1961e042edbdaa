// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { joinWorlds } from '@/tests/page/channel-rig';
import { MAX_COUNTER_LINES } from '@/utils/core/schema/names';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
import { ConnectionWatch } from '@/utils/page/observe/connection-watch';

it('passes on no more of a forged reply than an honest one may hold', () => {
	const { taken, offered } = joinWorlds();
	const watch = new ConnectionWatch(taken, () => {});
	offered.on(READ_COUNTERS_EVENT, () => offered.send(COUNTERS_EVENT, '\n'.repeat(30_000_000)));
	expect(watch.read()).toHaveLength(MAX_COUNTER_LINES - 1);
	watch.stop();
});
