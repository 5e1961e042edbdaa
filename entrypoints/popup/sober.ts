import { computed, signal } from '@preact/signals-core';
import type { ActionOutcome } from '@/components/card/TipCard';
import type { Action, Effect, SoberState } from '@/utils/core/sober/effects';
import type { PopupServices } from './services';

/** The page says what its players let be done as soon as it is asked; this is ample. */
const ANSWER_MS = 1_500;

/** Sober mode in the popup, for one tab. */
export function createSober(services: Pick<PopupServices, 'ask'>) {
	/** Null while nothing is known, or the tab is on no followed site. */
	const state = signal<SoberState | null>(null);
	/** What a tip was last asked to do here; null once it was undone. */
	const lastAction = signal<{ action: Action; isKnown: boolean } | null>(null);
	const outcome = computed((): ActionOutcome | null => {
		if (lastAction.value === null || state.value === null) return null;
		const { action, isKnown } = lastAction.value;
		if (action !== 'quality' || state.value.cappableCount > 0) return 'done';
		return isKnown ? 'cannot' : null;
	});
	let place: { host: string; tabId: number } | null = null;

	async function refresh(): Promise<void> {
		if (!place) return;
		const reply = await services.ask('sober/get', place);
		if (reply.ok) state.value = reply.value;
	}

	/** Asks for a change, and shows what holds then. */
	const change: typeof services.ask = async (type, request) => {
		const reply = await services.ask(type, request);
		await refresh();
		return reply;
	};

	return {
		state,
		outcome,
		/** The tab is on this followed host, as it says each second. */
		show(host: string, tabId: number): void {
			place = { host, tabId };
			void refresh();
		},
		switch(scope: 'site' | 'everywhere', isOn: boolean): void {
			if (place) void change('sober/switch', { host: scope === 'site' ? place.host : null, isOn });
		},
		switchEffect(effect: Effect, isOn: boolean): void {
			void change('sober/effect', { effect, isOn });
		},
		/** Does what a tip proposes, in this tab until its next page. */
		async act(action: Action): Promise<void> {
			if (!place) return;
			lastAction.value = { action, isKnown: false };
			await change('sober/act', { ...place, action, isOn: true });
			await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
			await refresh();
			if (lastAction.value) lastAction.value = { action, isKnown: true };
		},
		/** Undoes what was done last. */
		undoAct(): void {
			const last = lastAction.value;
			lastAction.value = null;
			if (place && last) void change('sober/act', { ...place, action: last.action, isOn: false });
		},
	};
}
