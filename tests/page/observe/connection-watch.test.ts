// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { joinWorlds } from '@/tests/page/channel-rig';
import { parseAnswers } from '@/utils/core/measure/assistants/parse-answers';
import { MAX_COUNTER_LINES } from '@/utils/core/schema/names';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
import { ConnectionWatch } from '@/utils/page/observe/connection-watch';
import { type Counters, createCounters } from '@/utils/page/world/counters';

it('passes on no more of a forged reply than an honest one may hold', () => {
	const { taken, offered } = joinWorlds();
	const watch = new ConnectionWatch(taken, () => {});
	offered.on(READ_COUNTERS_EVENT, () => offered.send(COUNTERS_EVENT, '\n'.repeat(30_000_000)));
	expect(watch.read()).toHaveLength(MAX_COUNTER_LINES - 1);
	watch.stop();
});

describe('the counters of a page that Firefox lets run no script while it is left', () => {
	/** A page whose counters were pushed and are then never read. */
	function leftPage(count: (counters: Counters) => void): string {
		const { taken, offered } = joinWorlds();
		const watch = new ConnectionWatch(taken, () => {});
		const on = vi.spyOn(offered, 'on').mockImplementation(() => {});
		const counters = createCounters(offered, () => {});
		on.mockRestore();
		count(counters);
		const report = watch.readLast();
		watch.stop();
		return report;
	}

	it('are those that came with the last answer', () => {
		const report = leftPage((counters) => {
			counters.begin('asked:gpt');
			counters.end('asked:gpt');
			counters.counter('asked:gpt').count++;
			Object.assign(counters.counter('answer:gpt'), { count: 1, receivedBytes: 100, sentBytes: 4 });
			counters.push();
		});
		expect(parseAnswers(report)).toEqual({ gpt: { promptCount: 1, readCount: 1, characters: 100, answerMs: 4 } });
	});

	it('have what was asked and not answered yet', () => {
		const report = leftPage((counters) => {
			counters.counter('asked:gpt').count++;
			counters.push();
			counters.begin('asked:gpt');
			counters.begin('again:claude');
		});
		expect(parseAnswers(report)).toEqual({ gpt: { promptCount: 2 }, claude: { regenerationCount: 1 } });
	});

	it('have it once, where they can be read', () => {
		const { taken, offered } = joinWorlds();
		const watch = new ConnectionWatch(taken, () => {});
		const counters = createCounters(offered, () => {});
		counters.begin('asked:gpt');
		expect(parseAnswers(watch.read())).toEqual({});
		addEventListener('pagehide', () => {
			counters.end('asked:gpt');
			counters.counter('asked:gpt').count++;
		});
		dispatchEvent(new Event('pagehide'));
		expect(parseAnswers(watch.readLast())).toEqual({ gpt: { promptCount: 1 } });
		watch.stop();
	});
});
