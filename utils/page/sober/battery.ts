import { BATTERY, LIMITS, type LimitName, type SoberAction } from '@/utils/core/sober/effects';

/** Highest resolution while the device runs on its battery: the lowest that a user may choose. */
const BATTERY_LIMIT: LimitName = `${LIMITS[0]}p`;
const LIMIT_NAMES: readonly string[] = LIMITS.map((lines) => `${lines}p`);

/** The part of the Battery Status API that is used: https://w3c.github.io/battery/ */
interface Battery extends EventTarget {
	readonly charging: boolean;
}

/** The API as browsers have it: Chrome and its relatives in secure pages, Firefox and Safari not at all. */
interface BatteryNavigator {
	getBattery?(): Promise<Battery>;
}

/** The actions that hold now: on battery with its lower limit in place of any other. */
export function actionsFor(wanted: readonly SoberAction[], isOnBattery: boolean): readonly SoberAction[] {
	const actions = wanted.filter((action) => action !== BATTERY);
	if (!isOnBattery || !wanted.includes(BATTERY)) return actions;
	return [...actions.filter((action) => !LIMIT_NAMES.includes(action)), BATTERY_LIMIT];
}

/** Watches whether the device runs on its battery, from the first time it is asked; false where the browser does not say. */
export class BatteryWatch {
	isOnBattery = false;
	readonly #onChange: () => void;
	#isWatching = false;

	constructor(onChange: () => void) {
		this.#onChange = onChange;
	}

	start(): void {
		if (this.#isWatching) return;
		this.#isWatching = true;
		void this.#watch();
	}

	async #watch(): Promise<void> {
		try {
			const battery = await (navigator as BatteryNavigator).getBattery?.();
			if (!battery) return;
			const update = () => {
				if (this.isOnBattery === !battery.charging) return;
				this.isOnBattery = !battery.charging;
				this.#onChange();
			};
			battery.addEventListener('chargingchange', update);
			update();
		} catch {
			// Refused in frames of other sites: they keep the usual limit.
		}
	}
}
