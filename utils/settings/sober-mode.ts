import { createItem } from '@/utils/browser/storage-item';
import { EFFECTS, type Effect } from '@/utils/core/sober/effects';

/** Where sober mode is on, and what it does there. */
export interface SoberMode {
	/** For every site that says nothing else. */
	readonly isOnEverywhere: boolean;
	/** What the learner said of single hosts. */
	readonly hosts: Readonly<Record<string, boolean>>;
	/** Effects that are switched off, on all sites. */
	readonly effectsOff: readonly Effect[];
}

const item = createItem('soberMode', parseSoberMode);

function parseSoberMode(stored: unknown): SoberMode {
	const { isOnEverywhere, hosts, effectsOff } = (stored ?? {}) as Partial<Record<keyof SoberMode, unknown>>;
	const report = Object.entries((hosts ?? {}) as object).filter(([, isOn]) => typeof isOn === 'boolean');
	return {
		isOnEverywhere: isOnEverywhere === true,
		hosts: Object.fromEntries(report),
		effectsOff: EFFECTS.filter((effect) => Array.isArray(effectsOff) && effectsOff.includes(effect)),
	};
}

/** Changes one after the other: two that read before either writes would lose one. */
let lastChange: Promise<unknown> = Promise.resolve();

function change(next: (mode: SoberMode) => SoberMode): Promise<void> {
	const run = async () => item.write(next(await item.read()));
	const changed = lastChange.then(run, run);
	lastChange = changed;
	return changed;
}

/** Off everywhere, with every effect, while the learner has said nothing. */
export function readSoberMode(): Promise<SoberMode> {
	return item.read();
}

/** Switches sober mode for one host, or for all sites where `host` is null: then no host says anything else any more. */
export function switchSober(host: string | null, isOn: boolean): Promise<void> {
	return change((mode) =>
		host === null ? { ...mode, isOnEverywhere: isOn, hosts: {} } : { ...mode, hosts: { ...mode.hosts, [host]: isOn } },
	);
}

/** Switches one effect, on all sites. */
export function switchEffect(effect: Effect, isOn: boolean): Promise<void> {
	return change((mode) => ({
		...mode,
		effectsOff: EFFECTS.filter((each) => (each === effect ? !isOn : mode.effectsOff.includes(each))),
	}));
}

/** Off everywhere, as at install. */
export function discardSoberMode(): Promise<void> {
	return item.remove();
}
