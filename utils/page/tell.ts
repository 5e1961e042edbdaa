import type { FrameMessages, FramePulse, SoberChange } from '@/utils/core/schema/frame-protocol';
import type { Reply } from '@/utils/core/schema/protocol';

interface Runtime {
	readonly id?: string;
	sendMessage(message: unknown): Promise<unknown>;
	readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}

const ATTEMPTS = 3;
const RETRY_DELAY_MS = 200;

/** The browser's own interface: the polyfill would treble the size of what goes into every page. */
const { browser, chrome } = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
const runtime = (browser ?? chrome)?.runtime;

/** Tells the background something from a frame; tried again when the message raced with a worker's stop. Never throws. */
export async function tell<Type extends keyof FrameMessages>(
	type: Type,
	request: FrameMessages[Type]['request'],
): Promise<Reply<FrameMessages[Type]['value']>> {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		try {
			const reply = await runtime?.sendMessage({ type, request });
			if (reply) return reply as Reply<FrameMessages[Type]['value']>;
		} catch {
			// The worker was stopping, or the extension was reloaded and this frame is an orphan: the last attempt tells.
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
	}
	return { ok: false, error: 'no-answer' };
}

/** Whether the extension that injected this script is still there; false after it was updated or removed. */
export function isConnected(): boolean {
	return runtime?.id !== undefined;
}

/** Hears from the background whether somebody watches this tab's figures. */
export function onPulse(listener: (isWatched: boolean) => void): void {
	runtime?.onMessage.addListener((message) => {
		const pulse = message as Partial<FramePulse> | null;
		if (pulse?.type === 'frame/pulse') listener(pulse.isWatched === true);
	});
}

/** Hears from the background which effects of sober mode are wanted from now on. */
export function onEffects(listener: (effects: string) => void): void {
	runtime?.onMessage.addListener((message) => {
		const change = message as Partial<SoberChange> | null;
		if (change?.type === 'sober/effects') listener(String(change.effects));
	});
}
