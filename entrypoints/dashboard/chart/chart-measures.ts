import { i18n } from '#i18n';
import { groupTraffic, KIND_GROUPS, type KindGroup } from '@/components/chart/kind-groups';
import type { Figures } from '@/utils/core/stats/figures';
import type { Format } from '@/utils/core/units/format';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** What a chart can count, in the order of display. */
export const MEASURES = ['data', 'time', 'co2'] as const;

/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

const TIME_PARTS = ['playing', 'rest'] as const;
/** Up to the lower bound of an estimate, and from there to the upper one. */
const CO2_PARTS = ['low', 'high'] as const;

/** The parts of a bar; each has a colour in the styles and a name in the texts. */
export type PartName = KindGroup | (typeof TIME_PARTS)[number] | (typeof CO2_PARTS)[number];

/** A part of a day's bar. */
export interface ChartPart {
	readonly name: PartName;
	/** Bytes, milliseconds or grams, depending on the measure. */
	readonly amount: number;
	/** The amount in words; null for a bound, which is part of the bar's range. */
	readonly text: string | null;
}

/** A day of a chart. */
export interface ChartDay {
	readonly day: string;
	/** From the axis upwards, without zeros. */
	readonly parts: readonly ChartPart[];
	/** The whole bar in words. */
	readonly text: string;
}

type Bar = Omit<ChartDay, 'day'>;

const BAR_OF: Readonly<Record<Measure, (figures: Figures, format: Format) => Bar>> = {
	data: ({ traffic }, format) => ({
		parts: groupTraffic(traffic).map(({ group, bytes }) => ({ name: group, amount: bytes, text: format.bytes(bytes) })),
		text: format.bytes(sumTraffic(traffic).receivedBytes),
	}),
	// A video may play while nobody is active, and so last longer than the active time.
	time: ({ activeMs, media }, format) => {
		const amounts = { playing: media.videoMs, rest: Math.max(0, activeMs - media.videoMs) };
		const parts = TIME_PARTS.map((name) => ({ name, amount: amounts[name], text: format.duration(amounts[name]) }));
		return { parts, text: format.duration(amounts.playing + amounts.rest) };
	},
	co2: ({ estimate: { co2eGrams } }, format) => ({
		parts: [
			{ name: 'low', amount: co2eGrams.low, text: null },
			{ name: 'high', amount: co2eGrams.high - co2eGrams.low, text: null },
		],
		text: format.mass(co2eGrams),
	}),
};

/** Days as a chart of a measure shows them. */
export function chartDays(
	measure: Measure,
	days: readonly (Figures & { readonly day: string })[],
	format: Format,
): readonly ChartDay[] {
	return days.map((figures) => {
		const { parts, text } = BAR_OF[measure](figures, format);
		return { day: figures.day, parts: parts.filter(({ amount }) => amount > 0), text };
	});
}

/** The parts that occur on any of the days, in the order of display. */
export function partsOf(days: readonly ChartDay[]): readonly PartName[] {
	const found = new Set(days.flatMap(({ parts }) => parts.map(({ name }) => name)));
	return [...KIND_GROUPS, ...TIME_PARTS, ...CO2_PARTS].filter((name) => found.has(name));
}

/** A part's name in the texts. */
export function partText(name: PartName): string {
	if (name === 'playing' || name === 'rest' || name === 'low' || name === 'high') return i18n.t(`chart.part.${name}`);
	return i18n.t(`kind.${name}`);
}
