// `@tgwf/co2` publishes no types; these cover what we use of it.
declare module '@tgwf/co2' {
	interface GridIntensity {
		readonly device?: number | { readonly country: string };
		readonly network?: number | { readonly country: string };
	}
	export const averageIntensity: { readonly data: Readonly<Record<string, number>> };
	export class co2 {
		constructor(options: { model: 'swd'; version: 4 });
		perByteTrace(bytes: number, green: boolean, options: { gridIntensity?: GridIntensity }): { readonly co2: number };
	}
}

declare module '@/node_modules/@tgwf/co2/dist/esm/sustainable-web-design-v4.js' {
	interface Segment {
		readonly value: number;
	}
	export class SustainableWebDesign {
		perByte(
			bytes: number,
			green: boolean,
			segmented: false,
			ratingResults: false,
			options: { gridIntensity: { device: Segment; network: Segment; dataCenter?: Segment } },
		): number;
	}
}

declare module '@/node_modules/@tgwf/co2/dist/esm/constants/index.js' {
	export const SWDV4: {
		readonly OPERATIONAL_KWH_PER_GB_DATACENTER: number;
		readonly OPERATIONAL_KWH_PER_GB_NETWORK: number;
		readonly OPERATIONAL_KWH_PER_GB_DEVICE: number;
		readonly EMBODIED_KWH_PER_GB_DATACENTER: number;
		readonly EMBODIED_KWH_PER_GB_NETWORK: number;
		readonly EMBODIED_KWH_PER_GB_DEVICE: number;
		readonly GLOBAL_GRID_INTENSITY: number;
	};
}
