import type { Network } from './profile';

/** Power of a network while one person uses it: what is drawn whatever the rate, and what each megabit per second adds. */
export interface NetworkPower {
	readonly baseWatts: number;
	readonly wattsPerMbitPerSecond: number;
}

/**
 * The power model. Source: Carbon Trust, Carbon impact of video streaming, June 2021, power model of chapter 5, as used by
 * DIMPACT. https://www.carbontrust.com/our-work-and-impact/guides-reports-and-tools/carbon-impact-of-video-streaming
 */
export const NETWORK_POWER: Readonly<Record<Network, NetworkPower>> = {
	fixed: { baseWatts: 9.55, wattsPerMbitPerSecond: 0.03 },
	mobile: { baseWatts: 1.2, wattsPerMbitPerSecond: 1.53 },
};

/** Decimal units, 8 bits a byte. */
const MBIT_PER_GB = 8000;

const SECONDS_PER_HOUR = 3600;

/** Watt-hours that a gigabyte adds by the power model: watts per Mbit/s are joules per Mbit, so the time does not matter. */
export function addedWhPerGb(network: Network): number {
	return (NETWORK_POWER[network].wattsPerMbitPerSecond * MBIT_PER_GB) / SECONDS_PER_HOUR;
}
