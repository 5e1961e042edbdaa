import { emberGramsPerKwh } from '@/utils/core/carbon/grid';
import { WH_PER_KWH } from '@/utils/core/carbon/use';
import { type Range, rangeOfBounds } from '@/utils/core/units/range';
import type { Model, Provider } from './models';

/*
 * What an answer costs, by the method of EcoLogits (Rincé, Banse; DOI 10.21105/joss.07471, docs 0.11, read on 2026-11-29). The formulas
 * are theirs, the code and the choice of models are ours. Training, network, the text of the prompt and idle servers are left out.
 */

/** Coefficients and hardware, as published. */
export const METHOD = {
	/** Requests that a server answers together. */
	batchSize: 64,
	/** GPU energy of a token: Wh = `a` e^(`b` batch) active parameters + `c`, parameters in billions. */
	gpuEnergyA: 1.16653e-6,
	gpuEnergyB: -0.0112059,
	gpuEnergyC: 4.05293e-5,
	/** Seconds a token: `a` active parameters + `b` batch + `c`. */
	latencyA: 6.78509e-4,
	latencyB: 3.11931e-4,
	latencyC: 0.0194737,
	/** Bits of a parameter, and the share of memory that is needed beside the parameters. */
	parameterBits: 16,
	memoryRatio: 1.2,
	gpuMemoryGb: 80,
	gpusAServer: 8,
	/** Server without its GPUs, W. */
	serverWatts: 1200,
	/** Manufacture, kg of CO2e; ADEME 2026. */
	serverMadeKg: 5700,
	gpuMadeKg: 273,
	lifeYears: 3,
} as const;

/** Litres of water per kWh for producing electricity; the world's mean for other countries. */
export const OFF_SITE_LITRES_PER_KWH: Readonly<Record<string, number>> = { US: 3.1321, FR: 3.6737, SE: 6.0315 };
export const WORLD_OFF_SITE_LITRES_PER_KWH = 3.908;

/** Characters of a token, and how far that is off: GPT's o200k tokenizer, 200 texts in French and English of 300 to 3,800 characters. */
export const CHARACTERS_A_TOKEN = 4;
export const TOKEN_ERROR = 0.2;

const BITS_A_BYTE = 8;
const SECONDS_AN_HOUR = 3600;
const SECONDS_A_YEAR = 31_536_000;
const GRAMS_A_KG = 1000;
const ML_A_LITRE = 1000;

/** Answers of one family. */
export interface Answers {
	readonly count: number;
	readonly tokens: number;
	/** Measured seconds of all of them together: an upper bound; null where they are not known. */
	readonly seconds: number | null;
}

/** What answers cost: electricity, greenhouse gases with the manufacture of the servers, and water. */
export interface Cost {
	readonly wh: number;
	readonly co2eGrams: number;
	readonly waterMl: number;
}

/** Tokens of a text by its length. */
export function tokensOf(characters: number): Range {
	const central = characters / CHARACTERS_A_TOKEN;
	return { low: central * (1 - TOKEN_ERROR), central, high: central * (1 + TOKEN_ERROR) };
}

/** GPUs that hold a model: a power of two. */
export function gpuCount(totalBillions: number): number {
	const { memoryRatio, parameterBits, gpuMemoryGb } = METHOD;
	const needed = (memoryRatio * totalBillions * parameterBits) / BITS_A_BYTE / gpuMemoryGb;
	return 2 ** Math.max(0, Math.ceil(Math.log2(needed)));
}

/** Seconds that a model works on answers. */
function secondsOf(model: Model, activeBillions: number, { count, tokens, seconds }: Answers): number {
	const { latencyA, latencyB, latencyC, batchSize } = METHOD;
	const aToken = model.tokensPerSecond
		? 1 / model.tokensPerSecond
		: latencyA * activeBillions + latencyB * batchSize + latencyC;
	return Math.min(count * model.firstTokenSeconds + tokens * aToken, seconds ?? Number.POSITIVE_INFINITY);
}

/** The cost of answers of one model; `bound` 0 is the smallest guess of its size and of its provider's figures, 1 the largest. */
export function costOf(
	model: Model,
	{ pue, onSiteLitresPerKwh }: Provider,
	country: string,
	answers: Answers,
	bound: 0 | 1,
): Cost {
	const { gpuEnergyA, gpuEnergyB, gpuEnergyC, batchSize, gpusAServer, serverWatts } = METHOD;
	const active = model.activeBillions[bound];
	const gpus = gpuCount(model.totalBillions[bound]);
	const seconds = secondsOf(model, active, answers);
	const gpuWh = answers.tokens * (gpuEnergyA * Math.exp(gpuEnergyB * batchSize) * active + gpuEnergyC);
	const servers = gpus / gpusAServer;
	const serverWh = ((seconds / SECONDS_AN_HOUR) * serverWatts * servers) / batchSize;
	const computersKwh = (serverWh + gpus * gpuWh) / WH_PER_KWH;
	const kwh = computersKwh * pue[bound];
	const lifeShare = seconds / (METHOD.lifeYears * SECONDS_A_YEAR * batchSize);
	const madeGrams = lifeShare * (servers * METHOD.serverMadeKg + gpus * METHOD.gpuMadeKg) * GRAMS_A_KG;
	const offSite = OFF_SITE_LITRES_PER_KWH[country] ?? WORLD_OFF_SITE_LITRES_PER_KWH;
	return {
		wh: kwh * WH_PER_KWH,
		co2eGrams: kwh * emberGramsPerKwh(country) + madeGrams,
		waterMl: computersKwh * (onSiteLitresPerKwh[bound] + pue[bound] * offSite) * ML_A_LITRE,
	};
}

/** The range from the smallest to the largest of some models, with the range of tokens that the answers have. */
export function costRange(
	models: readonly Model[],
	provider: Provider,
	country: string,
	{ tokens, ...answers }: Omit<Answers, 'tokens'> & { readonly tokens: Range },
): Readonly<Record<keyof Cost, Range>> {
	const low = models.map((model) => costOf(model, provider, country, { ...answers, tokens: tokens.low }, 0));
	const high = models.map((model) => costOf(model, provider, country, { ...answers, tokens: tokens.high }, 1));
	const rangeOf = (field: keyof Cost) =>
		rangeOfBounds(Math.min(...low.map((each) => each[field])), Math.max(...high.map((each) => each[field])));
	return { wh: rangeOf('wh'), co2eGrams: rangeOf('co2eGrams'), waterMl: rangeOf('waterMl') };
}
