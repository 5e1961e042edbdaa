import { signal } from '@preact/signals-core';
import { ask } from '@/utils/browser/rpc';
import type { Action, Effect, SoberState } from '@/utils/core/sober/effects';

/** A tab, and the host of its page. */
interface SoberTarget {
	readonly host: string;
	readonly tabId: number;
}

/** Sober mode in the popup, for one tab. */
export function createSoberModel() {
	/** Null while it is being read, and outside of followed sites. */
	const state = signal<SoberState | null>(null);
	/** The tab whose state that is, and the one that is to be shown: until its state is read, the tab before keeps its own. */
	let target: SoberTarget | null = null;
	let next: SoberTarget | null = null;
	let reading: Promise<void> | null = null;

	async function refresh(): Promise<void> {
		if (!target) return;
		const asked = target;
		const reply = await ask('sober/get', asked);
		if (reply.ok && asked === target) state.value = reply.value;
	}

	async function read(asked: SoberTarget): Promise<void> {
		const reply = await ask('sober/get', asked);
		if (asked !== next) return;
		target = asked;
		state.value = reply.ok ? reply.value : null;
	}

	/** Requests a change, and reads the new state. */
	const change: typeof ask = async (type, request) => {
		const reply = await ask(type, request);
		await refresh();
		return reply;
	};

	return {
		state,
		refresh,
		/** Reads the state of a tab with a followed host, at once where it is another tab. */
		async show(host: string, tabId: number): Promise<void> {
			if (next?.host !== host || next.tabId !== tabId) {
				next = { host, tabId };
				reading = read(next);
			}
			await reading;
		},
		switch(scope: 'site' | 'everywhere', isOn: boolean): void {
			if (target) void change('sober/switch', { host: scope === 'site' ? target.host : null, isOn });
		},
		switchEffect(effect: Effect, isOn: boolean): void {
			void change('sober/effect', { effect, isOn });
		},
		/** Performs a tip's action, in this tab until its next page, or undoes it. */
		async switchAction(action: Action, isOn: boolean): Promise<void> {
			if (target) await change('sober/act', { ...target, action, isOn });
		},
	};
}

export type SoberModel = ReturnType<typeof createSoberModel>;
