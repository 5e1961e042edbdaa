import { signal } from '@preact/signals-core';
import type { Effect, SoberState } from '@/utils/measure/effects';
import type { PopupServices } from './services';

/** Sober mode in the popup, for one tab. */
export function createSober(services: Pick<PopupServices, 'ask'>) {
	/** Null while nothing is known, or the tab is on no followed site. */
	const state = signal<SoberState | null>(null);
	let place: { host: string; tabId: number } | null = null;

	async function refresh(): Promise<void> {
		if (!place) return;
		const reply = await services.ask('sober/get', place);
		if (reply.ok) state.value = reply.value;
	}

	return {
		state,
		/** The tab is on this followed host, as it says each second. */
		show(host: string, tabId: number): void {
			place = { host, tabId };
			void refresh();
		},
		async switch(scope: 'site' | 'everywhere', isOn: boolean): Promise<void> {
			if (!place) return;
			await services.ask('sober/switch', { host: scope === 'site' ? place.host : null, isOn });
			await refresh();
		},
		async switchEffect(effect: Effect, isOn: boolean): Promise<void> {
			await services.ask('sober/effect', { effect, isOn });
			await refresh();
		},
	};
}
