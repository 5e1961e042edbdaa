import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionsFor, BatteryWatch } from '@/utils/page/sober/battery';

afterEach(() => vi.unstubAllGlobals());

describe('what holds on battery', () => {
	it.each([
		['480p at most', ['quality', 'battery'], true, ['quality', '480p']],
		['480p in place of the limit that the user chose', ['quality', '1080p', 'battery'], true, ['quality', '480p']],
		['the chosen limit while the device is plugged in', ['quality', '1080p', 'battery'], false, ['quality', '1080p']],
		['the chosen limit where the option is off', ['quality', '1080p'], true, ['quality', '1080p']],
		['nothing where sober mode is off', [], true, []],
	] as const)('%s', (_, wanted, isOnBattery, expected) => expect(actionsFor(wanted, isOnBattery)).toEqual(expected));
});

describe('the battery', () => {
	/** A device whose charging the test changes. */
	class FakeBattery extends EventTarget {
		charging = true;
		change(isCharging: boolean): void {
			this.charging = isCharging;
			this.dispatchEvent(new Event('chargingchange'));
		}
	}

	it('is watched once, and each change is reported', async () => {
		const battery = new FakeBattery();
		const getBattery = vi.fn(async () => battery);
		vi.stubGlobal('navigator', { getBattery });
		const seen: boolean[] = [];
		const watch: BatteryWatch = new BatteryWatch(() => seen.push(watch.isOnBattery));
		watch.start();
		watch.start();
		for (let turn = 0; turn < 4; turn++) await Promise.resolve();
		expect(seen).toEqual([]);
		battery.change(false);
		battery.change(false);
		battery.change(true);
		expect(seen).toEqual([true, false]);
		expect(getBattery).toHaveBeenCalledOnce();
	});

	it.each([
		['the browser has no such interface', {}],
		['the browser refuses it', { getBattery: async () => Promise.reject(new Error('NotAllowedError')) }],
	])('counts as plugged in where %s', async (_, navigator) => {
		vi.stubGlobal('navigator', navigator);
		const onChange = vi.fn();
		const watch = new BatteryWatch(onChange);
		watch.start();
		for (let turn = 0; turn < 4; turn++) await Promise.resolve();
		expect([watch.isOnBattery, onChange.mock.calls.length]).toEqual([false, 0]);
	});
});
