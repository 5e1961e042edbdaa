import { createItem } from '@/utils/browser/storage-item';
import { parseSoberMode } from '@/utils/core/schema/settings';
import { EFFECTS, type Effect, type Limit } from '@/utils/core/sober/effects';

const item = createItem('soberMode', parseSoberMode);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptSoberMode = item.accept;

/** Off everywhere, with every effect on, until the learner changes it. */
export const readSoberMode = item.read;

/** Switches sober mode for one host, or for all sites where `host` is null: which clears the settings of single hosts. */
export function switchSober(host: string | null, isOn: boolean): Promise<void> {
	return item.change((mode) =>
		host === null ? { ...mode, isOnEverywhere: isOn, hosts: {} } : { ...mode, hosts: { ...mode.hosts, [host]: isOn } },
	);
}

/** Switches one effect, on all sites. */
export function switchEffect(effect: Effect, isOn: boolean): Promise<void> {
	return item.change((mode) => ({
		...mode,
		effectsOff: EFFECTS.filter((each) => (each === effect ? !isOn : mode.effectsOff.includes(each))),
	}));
}

/** Chooses the highest resolution of videos on all sites, in lines; null for the one of the device. */
export function chooseLimit(limitLines: Limit | null): Promise<void> {
	return item.change((mode) => ({ ...mode, limitLines }));
}

/** Switches the lower limit of a device that runs on its battery, on all sites. */
export function switchBattery(isLighterOnBattery: boolean): Promise<void> {
	return item.change((mode) => ({ ...mode, isLighterOnBattery }));
}

/** Off everywhere, as at install. */
export const discardSoberMode = item.remove;
