import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask } from '@/utils/browser/rpc';

const sendMessage: Mock<(message: unknown) => Promise<unknown>> = vi.fn();
fakeBrowser.runtime.sendMessage = sendMessage as never;

beforeEach(() => {
	vi.useFakeTimers();
	sendMessage.mockReset();
});

/** Waits for the answer, including the delays between attempts. */
async function askSites() {
	const answer = ask('site/list', {});
	await vi.runAllTimersAsync();
	return answer;
}

describe('a request to the background', () => {
	it('is sent once with its type when it is answered', async () => {
		sendMessage.mockResolvedValue({ ok: true, value: [] });
		expect(await askSites()).toEqual({ ok: true, value: [] });
		expect(sendMessage.mock.calls).toEqual([[{ type: 'site/list', request: {} }]]);
	});

	it('is repeated when the worker was stopping or did not answer', async () => {
		sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'));
		sendMessage.mockResolvedValueOnce(undefined);
		sendMessage.mockResolvedValueOnce({ ok: true, value: [] });
		expect(await askSites()).toEqual({ ok: true, value: [] });
		expect(sendMessage).toHaveBeenCalledTimes(3);
	});

	it('fails after three attempts', async () => {
		sendMessage.mockRejectedValue(new Error('Receiving end does not exist'));
		expect(await askSites()).toEqual({ ok: false, error: 'no-answer' });
		expect(sendMessage).toHaveBeenCalledTimes(3);
	});

	it('returns a refusal and is not repeated', async () => {
		sendMessage.mockResolvedValue({ ok: false, error: 'bad-request' });
		expect(await askSites()).toEqual({ ok: false, error: 'bad-request' });
		expect(sendMessage).toHaveBeenCalledTimes(1);
	});
});
