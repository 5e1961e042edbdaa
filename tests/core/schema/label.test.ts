import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCourse } from '@/utils/core/schema/backup-file';
import { courseLabelOf, MAX_OBSERVED_LABEL_LENGTH } from '@/utils/core/schema/label';
import { parseContext } from '@/utils/core/schema/visit';
import { CONTEXT } from './frame-sample';

const mail = fc.emailAddress();
const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 400 }),
	fc
		.array(
			fc.oneof(
				mail,
				fc.constantFrom(
					' ',
					' – ',
					'@',
					'＠',
					'(at)',
					'%40',
					'.fr',
					'|',
					'\u0092',
					'\ud800',
					'@camille',
					'Sécurité',
					'\u202e',
				),
			),
			{
				maxLength: 30,
			},
		)
		.map((parts) => parts.join('')),
);

describe('the name of a course', () => {
	it.each([
		['Sécurité incendie', 'Sécurité incendie'],
		['  Sécurité\n\tincendie ', 'Sécurité incendie'],
		['L\u0092eau', 'L eau'],
		['\u202eeau\u0000', 'eau'],
		['eau \ud800', 'eau \ufffd'],
		['', null],
		[' \u0092\u200b ', null],
		['C# : niveau 1 – bases', 'C# : niveau 1 – bases'],
		['Prix @ 20 %', 'Prix @ 20 %'],
	])('%j is stored as %j', (shown, stored) => {
		expect(courseLabelOf(shown)).toBe(stored);
	});

	it.each([
		['camille.martin@exemple.fr', null],
		['Camille Martin (camille.martin@exemple.fr)', null],
		['Camille Martin <camille@exemple.fr>', null],
		['Prévention – Camille Martin (camille@exemple.fr)', 'Prévention'],
		['Prévention | Camille Martin | cmartin@exemple.fr', 'Prévention'],
		['Prévention › CAMILLE MARTIN › camille.martin+cours@exemple.fr', 'Prévention'],
		['Hélène Müller / Prévention / helene.muller@exemple.fr', 'Prévention'],
		['Prévention | camille.martin＠exemple.fr', 'Prévention'],
		['Prévention | Camille (camille﹫exemple.fr)', 'Prévention'],
		['Prévention / Camille / camille%40exemple.fr', 'Prévention'],
		['Prévention | camille.martin [at] exemple [dot] fr', 'Prévention'],
		['Prévention – camille(AROBASE)exemple.fr', 'Prévention'],
		['Prévention – camille\u200b@\u200bexemple.fr', 'Prévention'],
		['Prévention · @camille', 'Prévention'],
		['Prévention | (at)@camille', 'Prévention'],
		['Prévention : suivi de @camille – bases', 'Prévention – bases'],
	])('%j loses the mail address and the name beside it: %j', (shown, stored) => {
		expect(courseLabelOf(shown)).toBe(stored);
	});

	it.each([
		['Prévention – Camille Martin', 'Prévention'],
		['Martin Camille | Prévention', 'Prévention'],
		['Parcours de CAMILLE MARTIN', null],
		['Prévention par Camille', 'Prévention par Camille'],
		['Prévention Camille-Martine', 'Prévention Camille-Martine'],
	])('%j loses the name of the account: %j', (shown, stored) => {
		expect(courseLabelOf(shown, ['Camille Martin', '', 'x'])).toBe(stored);
	});

	it('is never longer than its bound, and cut after a whole character', () => {
		expect(courseLabelOf(`${'x'.repeat(118)}😀😀`)).toBe(`${'x'.repeat(118)}…`);
		expect(courseLabelOf('é'.repeat(200), [], 300)).toBe('é'.repeat(200));
	});

	it('has no mail address, whatever a page shows, and is itself a name that stays as it is', () => {
		fc.assert(
			fc.property(text, (shown) => {
				const label = courseLabelOf(shown);
				if (label === null) return;
				expect(label.length).toBeLessThanOrEqual(MAX_OBSERVED_LABEL_LENGTH);
				expect(label).not.toMatch(/[^\s@]@[^\s@]/);
				expect(courseLabelOf(label)).toBe(label);
				const course = { host: 'a.example', platform: 'moodle', courseKey: '7', label, lastDay: '2026-11-24' };
				expect(isCourse(course)).toBe(true);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is read in time that grows with its length, however it is written', () => {
		const shown = `${'a'.repeat(500_000)}${'@'.repeat(500_000)}`;
		expect(courseLabelOf(shown)).toBe(`${'a'.repeat(119)}…`);
		expect(courseLabelOf(' - '.repeat(500_000))).toMatch(/^-[ -]*/);
	});
});

describe('the course context of a page', () => {
	it('is cleaned, not refused, where its texts hold what no record may', () => {
		expect(parseContext({ ...CONTEXT, courseKey: '7\u0092', courseLabel: 'L\u0092eau – camille@exemple.fr' })).toEqual({
			...CONTEXT,
			courseKey: '7',
			courseLabel: 'L eau',
		});
		expect(parseContext({ ...CONTEXT, courseLabel: 'camille@exemple.fr' })).toEqual({ ...CONTEXT, courseLabel: null });
	});
});
