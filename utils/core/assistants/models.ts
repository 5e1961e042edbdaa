/*
 * Language models as EcoLogits describes them (MPL-2.0; DOI 10.21105/joss.07471): single numbers, read on 2026-11-29. Active and total
 * parameters in billions, smallest and largest guess; where the publisher gives them, both are the same. Closed sizes are guesses.
 */

/** Who runs a model: how its data centres are, and the country of their electricity. */
export interface Provider {
	/** Power usage effectiveness: energy of the data centre / energy of its computers. */
	readonly pue: Bounds;
	/** Litres of water per kWh of its computers, for cooling. */
	readonly onSiteLitresPerKwh: Bounds;
	/** ISO 3166-1 alpha-2; null for the learner's own. */
	readonly country: string | null;
}

export type Bounds = readonly [low: number, high: number];

const exactly = (value: number): Bounds => [value, value];

const OTHER = { pue: [1.09, 1.2], onSiteLitresPerKwh: [0.13, 0.99] } as const;

/** Read on 2026-11-29 in EcoLogits 0.11; DeepSeek's own figures are not published. */
export const PROVIDERS = {
	openai: { pue: exactly(1.2), onSiteLitresPerKwh: exactly(0.569), country: 'US' },
	google: { pue: exactly(1.09), onSiteLitresPerKwh: exactly(0.99), country: 'US' },
	anthropic: { pue: [1.09, 1.14], onSiteLitresPerKwh: [0.13, 0.99], country: 'US' },
	mistral: { pue: exactly(1.16), onSiteLitresPerKwh: exactly(0.09), country: 'SE' },
	hub: { pue: [1.09, 1.14], onSiteLitresPerKwh: [0.13, 0.99], country: 'US' },
	deepseek: { ...OTHER, country: 'CN' },
	own: { ...OTHER, country: null },
} as const satisfies Record<string, Provider>;

export interface Model {
	readonly name: string;
	readonly activeBillions: Bounds;
	readonly totalBillions: Bounds;
	/** Measured output speed (2026-03-13); null where a regression gives it. */
	readonly tokensPerSecond: number | null;
	readonly firstTokenSeconds: number;
}

function model(
	name: string,
	activeBillions: Bounds,
	totalBillions = activeBillions,
	speed: readonly [tokensPerSecond: number, firstTokenSeconds: number] | null = null,
): Model {
	return {
		name,
		activeBillions,
		totalBillions,
		tokensPerSecond: speed?.[0] ?? null,
		firstTokenSeconds: speed?.[1] ?? 0,
	};
}

const dense = (name: string, billions: number) => model(name, exactly(billions));
const sparse = (name: string, active: number, total: number) => model(name, exactly(active), exactly(total));

export const GPT: readonly Model[] = [
	model('GPT-5 nano', [5, 18.5], [5, 18.5], [91.6, 4.45]),
	model('GPT-4o mini', [8, 28], [8, 28], [36.8, 0.49]),
	model('GPT-5 mini', [25, 70], [25, 70], [57, 7.98]),
	model('GPT-5, GPT-5.1', [30, 90], exactly(300), [50, 5]),
	model('GPT-4o', [44, 132], exactly(440), [37.8, 0.52]),
	model('GPT-5.4', [45, 150], exactly(450), [42.2, 1.27]),
];
export const GEMINI: readonly Model[] = [
	model('Gemini 2.5 Flash', [44, 132], exactly(440), [71, 0.66]),
	model('Gemini 3 Flash', [100, 300], exactly(300), [60.4, 1.47]),
	model('Gemini 3.1 Pro', [120, 360], exactly(1200), [57.8, 4.68]),
	model('Gemini 2.5 Pro', [200, 600], exactly(2000), [92, 2.67]),
];
export const CLAUDE: readonly Model[] = [
	model('Claude Haiku 4.5', [10, 35], [10, 35], [69.9, 0.58]),
	model('Claude Sonnet 4.6', [44, 132], exactly(440), [42, 1.38]),
	model('Claude Opus 4.6', [67, 200], exactly(670), [34, 2.09]),
	model('Claude Opus 4.1', [200, 600], exactly(2000), [25.1, 1.95]),
];
export const MISTRAL: readonly Model[] = [
	model('Mistral Small 3.2', exactly(23.6), exactly(23.6), [105.6, 0.34]),
	model('Mistral Medium', [70, 120], [70, 120], [42.5, 0.36]),
	model('Mistral Large 2', exactly(123), exactly(123), [36.9, 1.05]),
];
export const MISTRAL_OPEN: readonly Model[] = [dense('Mistral Small 3.2', 23.6), dense('Mistral Large 2', 123)];
export const GPT_OSS: readonly Model[] = [sparse('gpt-oss-120b', 5.1, 117)];
export const LLAMA: readonly Model[] = [
	dense('Llama 3.1 8B', 8.03),
	dense('Llama 3.1 70B', 70.55),
	dense('Llama 3.1 405B', 405.85),
];
export const DEEPSEEK: readonly Model[] = [sparse('DeepSeek V3, R1', 37, 671)];
export const QWEN: readonly Model[] = [dense('Qwen3 32B', 32.8), sparse('Qwen3 235B-A22B', 22, 235)];
export const GEMMA: readonly Model[] = [dense('Gemma 3 4B', 4.3), dense('Gemma 3 27B', 27.4)];
