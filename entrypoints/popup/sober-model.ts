import { computed, signal } from '@preact/signals-core';
import type { ActionOutcome } from '@/components/card/TipCard';
import { ask } from '@/utils/browser/rpc';
import type { Action, Effect, SoberState } from '@/utils/core/sober/effects';

/** Time for the page to report what its players support. */
const REPORT_MS = 1_500;

/** Sober mode in the popup, for one tab. */
export function createSoberModel() {
	/** Null while it is being read, and outside of followed sites. */
	const state = signal<SoberState | null>(null);
	/** The action requested last; null once it was undone. */
	const lastAction = signal<{ action: Action; isKnown: boolean } | null>(null);
	const outcome = computed((): ActionOutcome | null => {
		if (lastAction.value === null || state.value === null) return null;
		const { action, isKnown } = lastAction.value;
		if (action !== 'quality' || state.value.cappableCount > 0) return 'done';
		return isKnown ? 'cannot' : null;
	});
	let target: { host: string; tabId: number } | null = null;

	async function refresh(): Promise<void> {
		if (!target) return;
		const reply = await ask('sober/get', target);
		if (reply.ok) state.value = reply.value;
	}

	/** Requests a change, and reads the new state. */
	const change: typeof ask = async (type, request) => {
		const reply = await ask(type, request);
		await refresh();
		return reply;
	};

	return {
		state,
		outcome,
		refresh,
		/** Reads the state of a tab with a followed host, at once where it is another tab. */
		async show(host: string, tabId: number): Promise<void> {
			if (target?.host === host && target.tabId === tabId) return;
			target = { host, tabId };
			state.value = null;
			lastAction.value = null;
			await refresh();
		},
		switch(scope: 'site' | 'everywhere', isOn: boolean): void {
			if (target) void change('sober/switch', { host: scope === 'site' ? target.host : null, isOn });
		},
		switchEffect(effect: Effect, isOn: boolean): void {
			void change('sober/effect', { effect, isOn });
		},
		/** Performs a tip's action, in this tab until its next page. */
		async act(action: Action): Promise<void> {
			if (!target) return;
			lastAction.value = { action, isKnown: false };
			await change('sober/act', { ...target, action, isOn: true });
			await new Promise((resolve) => setTimeout(resolve, REPORT_MS));
			await refresh();
			if (lastAction.value) lastAction.value = { action, isKnown: true };
		},
		/** Undoes the last action. */
		undoAct(): void {
			const last = lastAction.value;
			lastAction.value = null;
			if (target && last) void change('sober/act', { ...target, action: last.action, isOn: false });
		},
	};
}
