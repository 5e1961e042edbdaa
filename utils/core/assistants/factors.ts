import type { Factor, FactorUnit } from '@/utils/core/carbon/factors';
import {
	CHARACTERS_A_TOKEN,
	METHOD,
	OFF_SITE_LITRES_PER_KWH,
	TOKEN_ERROR,
	WORLD_OFF_SITE_LITRES_PER_KWH,
} from './energy';
import { FAMILY_FACTS } from './families';
import { type Bounds, type Model, PROVIDERS } from './models';

type Row = readonly [id: string, value: number, unit: FactorUnit, name?: string];

const slug = (name: string) => name.toLowerCase().replace(/[^a-z\d]+/g, '-');

function boundRows(name: string, what: string, [low, high]: Bounds, unit: FactorUnit): Row[] {
	const id = `${slug(name)}.${what}`;
	if (low === high) return [[id, low, unit, name]];
	return [
		[`${id}.low`, low, unit, name],
		[`${id}.high`, high, unit, name],
	];
}

function modelRows({ name, activeBillions, totalBillions, tokensPerSecond, firstTokenSeconds }: Model): Row[] {
	const speed: Row[] = [
		[`${slug(name)}.speed`, tokensPerSecond ?? 0, 'tokens/s', name],
		[`${slug(name)}.firstToken`, firstTokenSeconds, 's', name],
	];
	return [
		...boundRows(name, 'active', activeBillions, 'billions'),
		...boundRows(name, 'total', totalBillions, 'billions'),
		...(tokensPerSecond === null ? [] : speed),
	];
}

const PROVIDER_NAMES: Readonly<Record<keyof typeof PROVIDERS, string>> = {
	openai: 'OpenAI',
	google: 'Google',
	anthropic: 'Anthropic',
	mistral: 'Mistral',
	hub: 'Hugging Face',
	deepseek: 'DeepSeek',
	own: 'Open WebUI, LibreChat, Ollama',
};

const providerRows = Object.entries(PROVIDERS).flatMap(([id, { pue, onSiteLitresPerKwh }]) => {
	const name = PROVIDER_NAMES[id as keyof typeof PROVIDERS];
	return [...boundRows(name, 'pue', pue, 'ratio'), ...boundRows(name, 'onSite', onSiteLitresPerKwh, 'l/kWh')];
});

/** Each once: where it runs at several places, as its provider runs it. */
const MODELS = new Map(
	Object.values(FAMILY_FACTS)
		.flatMap(({ models }) => models.map((each) => [each.name, each] as const))
		.reverse(),
);

/** Every factor of an answer of an assistant, read from the constants that are used. */
export const ASSISTANT_FACTORS: readonly Factor[] = [
	...[
		['batch', METHOD.batchSize, 'answers'],
		['gpuEnergyA', METHOD.gpuEnergyA, 'coefficient'],
		['gpuEnergyB', METHOD.gpuEnergyB, 'coefficient'],
		['gpuEnergyC', METHOD.gpuEnergyC, 'coefficient'],
		['latencyA', METHOD.latencyA, 'coefficient'],
		['latencyB', METHOD.latencyB, 'coefficient'],
		['latencyC', METHOD.latencyC, 'coefficient'],
		['gpuMemory', METHOD.gpuMemoryGb, 'GB'],
		['memoryRatio', METHOD.memoryRatio, 'ratio'],
		['serverWatts', METHOD.serverWatts, 'W'],
		['serverMade', METHOD.serverMadeKg, 'kg'],
		['gpuMade', METHOD.gpuMadeKg, 'kg'],
		['life', METHOD.lifeYears, 'years'],
		...Object.entries(OFF_SITE_LITRES_PER_KWH).map(
			([country, litres]) => [`offSite.${country}`, litres, 'l/kWh'] as const,
		),
		['offSite.world', WORLD_OFF_SITE_LITRES_PER_KWH, 'l/kWh'],
		...providerRows,
		...[...MODELS.values()].reverse().flatMap(modelRows),
	].map((row) => factorOf(row as Row, 'ecologits')),
	factorOf(['token', CHARACTERS_A_TOKEN, 'characters'], 'tokens'),
	factorOf(['tokenError', TOKEN_ERROR, 'ratio'], 'tokens'),
];

function factorOf([id, value, unit, name]: Row, source: Factor['source']): Factor {
	return { topic: 'assistant', id, value, unit, source, ...(name !== undefined && { name }) };
}
