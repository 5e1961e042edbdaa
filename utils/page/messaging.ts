import type { FrameMessages, FramePulse, SoberChange } from '@/utils/core/schema/frame-messages';
import type { Reply } from '@/utils/core/schema/page-messages';

interface Runtime {
	readonly id?: string;
	sendMessage(message: unknown): Promise<unknown>;
	readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}

const ATTEMPTS = 3;
const RETRY_DELAY_MS = 200;

/** The browser's own interface: the polyfill would triple what is injected into every page. */
const { browser, chrome } = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
const runtime = (browser ?? chrome)?.runtime;

/** Sends a message to the background and returns its reply. Retries, since the background may be stopping. Never throws. */
export async function sendToBackground<Type extends keyof FrameMessages>(
	type: Type,
	request: FrameMessages[Type]['request'],
): Promise<Reply<FrameMessages[Type]['value']>> {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		try {
			const reply = await runtime?.sendMessage({ type, request });
			if (reply) return reply as Reply<FrameMessages[Type]['value']>;
		} catch {
			// The worker was stopping (retry), or the extension was reloaded and this script is orphaned (every attempt fails).
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
	}
	return { ok: false, error: 'no-answer' };
}

/** False once the extension that injected this script was updated or removed. */
export function isConnected(): boolean {
	return runtime?.id !== undefined;
}

/** Calls the listener when the popup opens or closes over this tab. */
export function onWatchedChange(listener: (isWatched: boolean) => void): void {
	runtime?.onMessage.addListener((message) => {
		const pulse = message as Partial<FramePulse> | null;
		if (pulse?.type === 'frame/pulse') listener(pulse.isWatched === true);
	});
}

/** Calls the listener with the effects of sober mode to apply from now on, for `readActions`. */
export function onEffectsChange(listener: (effects: string) => void): void {
	runtime?.onMessage.addListener((message) => {
		const change = message as Partial<SoberChange> | null;
		if (change?.type === 'sober/effects') listener(String(change.effects));
	});
}
