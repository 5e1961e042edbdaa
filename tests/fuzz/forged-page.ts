import fc from 'fast-check';
import { REPORT } from '@/tests/core/schema/frame-sample';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { platformId } from '@/utils/core/platforms/platform';
import { FAMILIES } from '@/utils/core/schema/assistant-names';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { ACTIVITIES, MAX_AMOUNT, MAX_PARTS, MAX_STORED, WASTE_FIELDS } from '@/utils/core/schema/names';

/** Numbers as a forged report has them: often the largest that the grammar lets in. */
const amount = fc.oneof(fc.constantFrom(0, 1, MAX_AMOUNT, MAX_AMOUNT - 1), fc.nat(1_000_000));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const height = fc.constantFrom('0', '480', '00480', '20000', '0000000000000000000000000000000000000000000000480');
/** As many names as a report may have. */
const manyNames = (prefix: string) =>
	fc
		.nat(5_000)
		.map((first) =>
			Object.fromEntries(Array.from({ length: MAX_PARTS }, (_, index) => [`${prefix}${first + index}`, 1])),
		);
const parts = fc.oneof(
	fc.constant({}),
	height.map((name) => ({ [name]: MAX_AMOUNT })),
	manyNames(''),
);
const codecs = fc.oneof(fc.constantFrom<object>({}, { avc1: MAX_AMOUNT }), manyNames('c'));
const media = fc.record(
	Object.fromEntries(
		Object.entries(NO_MEDIA).map(([field, nothing]) => {
			if (nothing === 0) return [field, amount];
			if (field === 'msByPlayer') return [field, fc.constantFrom<object>({}, { other: MAX_AMOUNT })];
			return [field, field === 'videoMsByCodec' ? codecs : parts];
		}),
	),
);
const address = fc.record({
	key: fc.stringMatching(/^[0-9a-z]{1,16}$/),
	initiator: fc.constantFrom('fetch', 'img', 'script', 'video'),
	ending: fc.constantFrom('', 'mp4', 'js'),
	timedCount: amount,
	timedBytes: amount,
	opaqueCount: amount,
	cachedCount: amount,
	sparedBytes: amount,
	brokenCount: amount,
});
const video = fc.record({
	key: fc.stringMatching(/^[0-9a-z]{1,16}$/),
	share,
	lastLoadedAtMs: amount,
	isPlayed: fc.boolean(),
	suspendedAtMs: amount,
	inspectedAtMs: amount,
	sharePerMs: share,
	hasJumped: fc.boolean(),
});
/** What a frame counts of assistants: the truth, or forged. */
const answers = fc
	.array(
		fc.tuple(
			fc.constantFrom('asked', 'again', 'image', 'answer', 'reasoned', 'large'),
			fc.constantFrom(...FAMILIES),
			fc.array(fc.constantFrom(0, 1, 4_800, 999_999_999_999), { minLength: 3, maxLength: 3 }),
		),
		{ maxLength: 8 },
	)
	.map((lines) => lines.map(([kind, family, amounts]) => `${kind}:${family},${amounts.join()},0`).join('\n'));
const waste = fc.record(Object.fromEntries(WASTE_FIELDS.map((field) => [field, amount])), { requiredKeys: [] });
const report = fc.record({
	addresses: fc.array(address, { maxLength: 6 }),
	videos: fc.array(video, { maxLength: 3 }),
	connections: fc.oneof(
		fc.constantFrom('', REPORT.connections, `wss:k1,9007199254740991,1e300,${MAX_AMOUNT},0`),
		answers,
	),
	media,
	activeMs: amount,
});
const label = fc.oneof(
	fc.constantFrom(null, 'L\u0092eau', 'Prévention – camille@exemple.fr', '\ud800', '  ', '\u202eeau'),
	fc.string({ unit: 'binary', maxLength: 120 }),
);
/** A page as a stranger may show it: its platform, what its frames report and inspections find; much of it forged. */
export const forgedPage = fc.record({
	host: fc.constantFrom(
		'my_school.moodlecloud.com',
		"it's.moodlecloud.com",
		'a.example',
		'[::1]',
		'xn--cole-9oa.example',
	),
	courseKey: fc.oneof(fc.constantFrom('', '7', 'a\u0085b', '\udc00'), fc.string({ unit: 'binary', maxLength: 200 })),
	courseLabel: label,
	platform: fc.constantFrom('site', ...CATALOGUE.map(platformId)),
	activity: fc.constantFrom(...ACTIVITIES),
	day: fc.constantFrom('2026-11-22', '2026-11-23', '0001-01-01', '9999-12-31'),
	startedAtMs: fc.constantFrom(0, 1_795_424_400_000, MAX_STORED),
	reports: fc.array(report, { maxLength: 3 }),
	wastes: fc.array(waste, { maxLength: 2 }),
});

export type ForgedPage = typeof forgedPage extends fc.Arbitrary<infer Page> ? Page : never;
