import fc from 'fast-check';
import { INHERITED, withField } from '@/tests/core/schema/frame-sample';

/** Inputs for each parser: 500 in `npm test`, 10,000 in `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 500);
/** The short form repeats the same inputs, so that a failure belongs to a change; the long form looks for new ones. */
export const FUZZ = { numRuns: RUNS, ...(process.env.FUZZ_RUNS === undefined && { seed: 24 }) };

/** Texts and numbers at the edges of what some grammar lets in. */
const EDGES = [
	...['', ' ', '\0', '\u0092', '\ud800', '\u202e', 'x'.repeat(5_000), '\n'.repeat(5_000), '<b>', '=1+1', '{key}'],
	...['0000-W01', '2026-W60', '9999-W52', '0050-01-01', '2026-02-30', '9999-12-31', '+010000-01-01', '2026-11-24'],
	...[
		'a b/*',
		'*',
		'256.1',
		'[::1]',
		'my_school.moodlecloud.com',
		'a.example.',
		'https://a.example/',
		'camille@exemple.fr',
	],
	...[
		-1,
		-0,
		0.5,
		1e-7,
		2 ** 40,
		2 ** 50,
		2 ** 53,
		1e300,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
	],
	...[null, undefined, true, [], {}, JSON.parse('{"__proto__": {"polluted": 1}}'), Object.create(null)],
];

const odd = fc.oneof(
	fc.constantFrom<unknown>(...EDGES, ...INHERITED),
	fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }),
	fc.string({ unit: 'binary' }),
);

type Path = readonly (string | number)[];

/** The paths of all parts of a value, itself included. */
function pathsOf(value: unknown): Path[] {
	if (typeof value !== 'object' || value === null) return [[]];
	const inside = Object.entries(value).flatMap(([name, each]) =>
		pathsOf(each).map((path) => [Array.isArray(value) ? Number(name) : name, ...path]),
	);
	return [[], ...inside];
}

/** Values near the samples: some parts are replaced, and fields are added; or any value at all. */
export function valuesNear(samples: readonly unknown[]): fc.Arbitrary<unknown> {
	const near = samples.map((sample) => {
		const paths = pathsOf(sample);
		const change = fc.tuple(
			fc.constantFrom(...paths),
			fc.option(fc.constantFrom('extra', ...INHERITED), { freq: 4 }),
			odd,
		);
		return fc
			.array(change, { maxLength: 3 })
			.map((changes) =>
				changes.reduce<unknown>(
					(value, [path, added, part]) => changed(value, added === null ? path : [...path, added], part),
					sample,
				),
			);
	});
	return fc.oneof({ arbitrary: fc.oneof(...near), weight: 4 }, odd);
}

/** A value with one part replaced, where it still has the parts that lead there. */
function changed(value: unknown, path: Path, part: unknown): unknown {
	try {
		return withField(value, path, part);
	} catch {
		// A part of another change is not clonable or has no such field.
		return value;
	}
}

/** Texts near the samples: cut, doubled, and with noise in between; or any text at all. */
export function textsNear(samples: readonly string[]): fc.Arbitrary<string> {
	const noise = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 30 }),
		fc.constantFrom(...EDGES.filter((edge) => typeof edge === 'string')),
		fc.string({
			unit: fc.constantFrom('"', ';', ',', '\t', '\r', '\n', '[', '{', '}', ':', '-', '0', '9', 'e', '\uFEFF'),
		}),
	);
	const near = fc
		.tuple(
			fc.constantFrom(...samples),
			fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), noise), { maxLength: 4 }),
		)
		.map(([sample, changes]) =>
			changes.reduce((text, [at, length, added]) => {
				const start = Math.floor(at * text.length);
				return text.slice(0, start) + added + text.slice(start + length);
			}, sample),
		);
	return fc.oneof({ arbitrary: near, weight: 4 }, noise);
}
