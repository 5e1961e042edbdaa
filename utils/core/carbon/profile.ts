/** Devices a learner may use; `desktop` is the computer together with its screens. The order is the order of display. */
export const DEVICES = ['laptop', 'desktop', 'tablet', 'phone', 'tv'] as const;

export type Device = (typeof DEVICES)[number];

/** How the device reaches the internet: `fixed` is fibre, cable or DSL, Wi-Fi included. */
export const NETWORKS = ['fixed', 'mobile'] as const;

export type Network = (typeof NETWORKS)[number];

/** What the figures need to know about the learner's equipment. */
export interface Profile {
	readonly device: Device;
	readonly network: Network;
	/** ISO 3166-1 alpha-2 code of the country whose electricity and network are used. */
	readonly country: string;
	/** Age of the device in years; null when the learner has not said. */
	readonly deviceAgeYears: number | null;
	/** Screens in use, the device's own included; a `desktop` has none of its own. */
	readonly screenCount: number;
}

export const DEFAULT_PROFILE: Profile = {
	device: 'laptop',
	network: 'fixed',
	country: 'FR',
	deviceAgeYears: null,
	screenCount: 1,
};

/** Bounds of what a learner may enter: beyond them it is a slip of the finger. */
export const MAX_DEVICE_AGE_YEARS = 30;
export const MAX_SCREEN_COUNT = 6;

function isAge(value: unknown): value is number {
	return typeof value === 'number' && value >= 0 && value <= MAX_DEVICE_AGE_YEARS;
}

/** Whether a value has the shape of an ISO 3166-1 alpha-2 code. */
export function isCountry(value: unknown): value is string {
	return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

/** The profile in a stored value; null when it is none, each field that is out of its bounds at its default. */
export function parseProfile(stored: unknown): Profile | null {
	if (typeof stored !== 'object' || stored === null) return null;
	const { device, network, country, deviceAgeYears, screenCount } = stored as Record<string, unknown>;
	return {
		device: DEVICES.find((known) => known === device) ?? DEFAULT_PROFILE.device,
		network: NETWORKS.find((known) => known === network) ?? DEFAULT_PROFILE.network,
		country: isCountry(country) ? country : DEFAULT_PROFILE.country,
		deviceAgeYears: isAge(deviceAgeYears) ? deviceAgeYears : null,
		screenCount:
			Number.isInteger(screenCount) && Number(screenCount) >= 1 && Number(screenCount) <= MAX_SCREEN_COUNT
				? Number(screenCount)
				: DEFAULT_PROFILE.screenCount,
	};
}
