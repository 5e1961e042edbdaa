import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask } from '@/utils/browser/rpc';

const sendMessage: Mock<(message: unknown) => Promise<unknown>> = vi.fn();
fakeBrowser.runtime.sendMessage = sendMessage as never;

beforeEach(() => {
	vi.useFakeTimers();
	sendMessage.mockReset();
});

/** Runs until the answer is there, the waits between attempts included. */
async function askSites() {
	const answer = ask('site/list', {});
	await vi.runAllTimersAsync();
	return answer;
}

describe('asking the background', () => {
	it('sends the type with the request, once when it is answered', async () => {
		sendMessage.mockResolvedValue({ ok: true, value: [] });
		expect(await askSites()).toEqual({ ok: true, value: [] });
		expect(sendMessage.mock.calls).toEqual([[{ type: 'site/list', request: {} }]]);
	});

	it('asks again when the worker was going to sleep, or did not answer', async () => {
		sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'));
		sendMessage.mockResolvedValueOnce(undefined);
		sendMessage.mockResolvedValueOnce({ ok: true, value: [] });
		expect(await askSites()).toEqual({ ok: true, value: [] });
		expect(sendMessage).toHaveBeenCalledTimes(3);
	});

	it('gives up after three attempts', async () => {
		sendMessage.mockRejectedValue(new Error('Receiving end does not exist'));
		expect(await askSites()).toEqual({ ok: false, error: 'no-answer' });
		expect(sendMessage).toHaveBeenCalledTimes(3);
	});

	it('hands a refusal on without asking again', async () => {
		sendMessage.mockResolvedValue({ ok: false, error: 'bad-request' });
		expect(await askSites()).toEqual({ ok: false, error: 'bad-request' });
		expect(sendMessage).toHaveBeenCalledTimes(1);
	});
});
