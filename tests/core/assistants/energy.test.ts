import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cost, costOf, costRange, gpuCount, METHOD, tokensOf } from '@/utils/core/assistants/energy';
import { FAMILY_FACTS } from '@/utils/core/assistants/families';
import { type Model, PROVIDERS, type Provider } from '@/utils/core/assistants/models';
import { FAMILIES, type Family } from '@/utils/core/schema/assistant-names';
import { CHECK_TABLE } from './check-table';

const ANSWER = { count: 1, tokens: 400, seconds: null };
/** A country without figures of its own is counted with those of the world. */
const COUNTRIES = { world: 'ZZ', us: 'US', fr: 'FR' };
/** The table was computed with these for models that run at more than one place. */
const PROVIDER_OF: Readonly<Partial<Record<string, Provider>>> = { deepseek: PROVIDERS.own };

interface Row {
	readonly family: Family;
	readonly name: string;
	readonly gpus: string;
	readonly figures: readonly string[];
}

const ROWS: readonly Row[] = CHECK_TABLE.trim()
	.split('\n')
	.map((line) => {
		const [family = '', name = '', gpus = '', ...figures] = line.split(' | ');
		return { family: family as Family, name, gpus, figures };
	});

function modelOf({ family, name }: Row): Model {
	const model = FAMILY_FACTS[family].models.find((each) => each.name === name);
	if (!model) throw new Error(name);
	return model;
}

/** Half a unit of the last digit that was written, and 1 %. */
function expectMeets(value: number, written: string): void {
	const digits = written.split('.')[1]?.length ?? 0;
	const margin = 0.5 * 10 ** -digits + Number(written) * 0.01;
	expect(Math.abs(value - Number(written)), `${value} for ${written}`).toBeLessThanOrEqual(margin);
}

describe('the cost of an answer', () => {
	it.each(ROWS.map((row) => [row.name, row] as const))('meets the table for %s', (_name, row) => {
		const model = modelOf(row);
		const provider = PROVIDER_OF[row.family] ?? FAMILY_FACTS[row.family].provider;
		const at = (country: string, bound: 0 | 1) => costOf(model, provider, country, ANSWER, bound);
		const read: readonly [keyof Cost, string][] = [
			['wh', COUNTRIES.us],
			['co2eGrams', COUNTRIES.world],
			['co2eGrams', COUNTRIES.us],
			['co2eGrams', COUNTRIES.fr],
			['waterMl', COUNTRIES.us],
			['waterMl', COUNTRIES.fr],
		];
		read.forEach(([field, country], index) => {
			const [low = '', high = low] = (row.figures[index] ?? '').split('-');
			expectMeets(at(country, 0)[field], low);
			expectMeets(at(country, 1)[field], high);
		});
		const [fewest = '', most = fewest] = row.gpus.split('-');
		expect(model.totalBillions.map(gpuCount)).toEqual([Number(fewest), Number(most)]);
	});

	it('has a row for each model of the families', () => {
		const models = FAMILIES.flatMap((family) => FAMILY_FACTS[family].models.map(({ name }) => name));
		expect(new Set(models)).toEqual(new Set(ROWS.map(({ name }) => name)));
	});

	// Mistral Large 2, 400 tokens at 49 tokens/s in Sweden: 0.23 Wh, 0.013 g, 1.63 mL, with a GPU of 164 kg, and with the water of version
	// 0.9, which multiplied by the PUE twice.
	it('meets the example that the method publishes', () => {
		const large = modelOf({ ...(ROWS.find(({ name }) => name === 'Mistral Large 2') as Row) });
		const model = { ...large, tokensPerSecond: 49, firstTokenSeconds: 0 };
		const { wh, co2eGrams, waterMl } = costOf(model, PROVIDERS.mistral, 'SE', ANSWER, 0);
		const seconds = 400 / 49;
		const gpus = gpuCount(model.totalBillions[0]);
		const heavierGrams =
			(seconds / (METHOD.lifeYears * 31_536_000 * METHOD.batchSize)) * gpus * (METHOD.gpuMadeKg - 164) * 1000;
		expectMeets(wh, '0.23');
		expectMeets(co2eGrams - heavierGrams, '0.013');
		expectMeets(waterMl * PROVIDERS.mistral.pue[0], '1.63');
	});
});

describe('the range of a family', () => {
	const families = FAMILIES.filter((family) => FAMILY_FACTS[family].models.length > 0);
	const answers = fc.record({
		family: fc.constantFrom(...families),
		country: fc.constantFrom('US', 'FR', 'SE', 'CN', 'ZZ'),
		count: fc.integer({ min: 1, max: 1_000 }),
		characters: fc.integer({ min: 1, max: 10_000_000 }),
		seconds: fc.option(fc.double({ min: 0.001, max: 1e6, noNaN: true })),
	});
	const costsOf = (each: {
		family: Family;
		country: string;
		count: number;
		characters: number;
		seconds: number | null;
	}) => {
		const { models, provider } = FAMILY_FACTS[each.family];
		const { count, seconds } = each;
		return Object.values(
			costRange(models, provider, each.country, { count, seconds, tokens: tokensOf(each.characters) }),
		);
	};

	it('is above 0, and its bounds are in order', () => {
		fc.assert(
			fc.property(answers, (each) => {
				for (const { low, central, high } of costsOf(each)) {
					expect(low).toBeGreaterThan(0);
					expect(central).toBeGreaterThanOrEqual(low);
					expect(high).toBeGreaterThanOrEqual(central);
				}
			}),
		);
	});

	it('never falls with more characters, answers or time', () => {
		fc.assert(
			fc.property(answers, fc.integer({ min: 0, max: 1_000_000 }), (each, more) => {
				const before = costsOf(each);
				const after = costsOf({
					...each,
					count: each.count + more,
					characters: each.characters + more,
					seconds: each.seconds === null ? null : each.seconds + more,
				});
				before.forEach(({ low, high }, index) => {
					expect(after[index]?.low).toBeGreaterThanOrEqual(low);
					expect(after[index]?.high).toBeGreaterThanOrEqual(high);
				});
			}),
		);
	});
});
