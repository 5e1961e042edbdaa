import { signal } from '@preact/signals-core';
import { ask } from '@/utils/browser/rpc';
import type { Limit } from '@/utils/core/sober/effects';
import { readPolicy } from '@/utils/settings/policy';
import { readSoberMode } from '@/utils/settings/sober-mode';

/** What the user chooses once for sober mode on all sites. */
export function createSoberSettingsModel() {
	/** Highest resolution of videos, in lines; null for the one of the device. */
	const limitLines = signal<Limit | null>(null);
	/** The organisation has set it. */
	const isLimitFixed = signal(false);

	const isLighterOnBattery = signal(false);
	/** Firefox and Safari tell no page whether the device runs on its battery. */
	const isBatteryKnown = 'getBattery' in navigator;

	/** Counts the choices: what was read before the newest one is dropped. */
	let choiceCount = 0;

	async function load(): Promise<void> {
		const mine = choiceCount;
		const [policy, mode] = await Promise.all([readPolicy(), readSoberMode()]);
		if (mine !== choiceCount) return;
		isLimitFixed.value = policy.soberLines !== null;
		limitLines.value = policy.soberLines ?? mode.limitLines;
		isLighterOnBattery.value = mode.isLighterOnBattery;
	}

	/** What is stored is shown in the end. */
	async function apply(request: () => Promise<unknown>): Promise<void> {
		choiceCount++;
		const mine = choiceCount;
		await request();
		if (mine === choiceCount) await load();
	}

	/** The background applies it to the open pages too. */
	async function chooseLimit(lines: Limit | null): Promise<void> {
		limitLines.value = lines;
		await apply(() => ask('sober/limit', { limitLines: lines }));
	}

	async function switchBattery(isOn: boolean): Promise<void> {
		isLighterOnBattery.value = isOn;
		await apply(() => ask('sober/battery', { isOn }));
	}

	return { limitLines, isLimitFixed, isLighterOnBattery, isBatteryKnown, load, chooseLimit, switchBattery };
}

export type SoberSettingsModel = ReturnType<typeof createSoberSettingsModel>;
