import { describe, expect, it } from 'vitest';
import { sharedCsv, sharedJson, theWeek } from '@/tests/core/group/shared';
import { SOFTWARE } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { weekJson } from '@/utils/core/export/week-json';
import { statementKey, weekStatements, XAPI_BASE } from '@/utils/core/export/xapi';
import { groupWeek } from '@/utils/core/group/group-week';
import type { Assistants } from '@/utils/core/schema/assistants';
import type { DayTotal } from '@/utils/core/schema/visit';
import { parseCsv } from './parse-csv';
import { LESSON, week48 } from './week';

const READ: Assistants = {
	mistral: { promptCount: 2, regenerationCount: 1, readCount: 3, characters: 4_800, answerMs: 60_000 },
	qwen: { promptCount: 1, readCount: 1, characters: 400, answerMs: 9_000 },
};
const asked = (assistants: Assistants): DayTotal => ({ ...LESSON, assistants });
const ORIGIN = { version: '0.1.0', day: '2026-11-30' };

function csvRow(days: readonly DayTotal[]): Record<string, string | undefined> {
	const [header = [], row = []] = parseCsv(weekCsv(week48(days, 'shareable'), SOFTWARE, '2026-11-30').slice(1), ',');
	return Object.fromEntries(header.map((name, index) => [name, row[index]]));
}

const jsonTotal = (days: readonly DayTotal[]) => JSON.parse(weekJson(week48(days, 'shareable'), ORIGIN)).total;

describe('the columns of AI assistants', () => {
	it('count prompts, regenerations, images and unread answers, and have tokens as whole numbers', () => {
		expect(csvRow([asked(READ)])).toMatchObject({
			ai_prompts: '3',
			ai_regenerations: '1',
			ai_images: '0',
			ai_unread_answers: '0',
			ai_tokens_low: String((4_800 / 4) * 0.8 + (400 / 4) * 0.8),
			ai_tokens_high: String((4_800 / 4) * 1.2 + (400 / 4) * 1.2),
		});
	});

	it('have energy, carbon and water between two bounds, the same in CSV and JSON', () => {
		const row = csvRow([asked(READ)]);
		const total = jsonTotal([asked(READ)]);
		for (const name of ['ai_wh', 'ai_co2e_g', 'ai_water_ml']) {
			expect(Number(row[`${name}_low`])).toBeGreaterThan(0);
			expect(Number(row[`${name}_high`])).toBeGreaterThan(Number(row[`${name}_low`]));
			for (const bound of ['low', 'high']) expect(total[`${name}_${bound}`]).toBe(Number(row[`${name}_${bound}`]));
		}
	});

	it('do not change the grams of the course', () => {
		expect(csvRow([asked(READ)]).co2e_g_central).toBe(csvRow([LESSON]).co2e_g_central);
	});

	it('have no upper bound where an answer or an image is of unknown size', () => {
		const more: Assistants = { ...READ, gpt: { promptCount: 1, unreadCount: 1 } };
		expect(csvRow([asked(more)])).toMatchObject({
			ai_unread_answers: '1',
			ai_tokens_low: '1040',
			ai_tokens_high: '',
			ai_wh_high: '',
		});
		const image = csvRow([asked({ ...READ, unknown: { imageCount: 1 } })]);
		expect(image).toMatchObject({ ai_images: '1', ai_tokens_high: '1560', ai_wh_high: '', ai_water_ml_high: '' });
	});

	it('are unknown, never 0, where nothing could be read, and 0 where nothing was asked', () => {
		const unread = { claude: { promptCount: 2, unreadCount: 2 } };
		expect(jsonTotal([asked(unread)])).toMatchObject({
			ai_prompts: 2,
			ai_unread_answers: 2,
			ai_tokens_low: null,
			ai_tokens_high: null,
			ai_wh_low: null,
			ai_co2e_g_low: null,
			ai_water_ml_high: null,
		});
		expect(jsonTotal([LESSON])).toMatchObject({ ai_prompts: 0, ai_tokens_low: 0, ai_wh_low: 0, ai_wh_high: 0 });
	});

	it('have energy unknown and tokens known where no size of the model is', () => {
		expect(jsonTotal([asked({ own: { promptCount: 1, readCount: 1, characters: 400 } })])).toMatchObject({
			ai_tokens_low: 80,
			ai_tokens_high: 120,
			ai_wh_low: null,
			ai_wh_high: null,
		});
	});

	it('are counts and tokens in a statement, which no factor may change', () => {
		const days = [asked(READ)];
		const { week, courses, codes } = week48(days, 'shareable');
		const ids = new Map([[statementKey(LESSON), '1b671a64-40d5-591e-99b0-da01ff1f3310']]);
		const [statement] = weekStatements({
			week,
			days,
			courses,
			scope: 'shareable',
			codes,
			ids,
			today: '2026-11-30',
		});
		expect(statement?.result).toMatchObject({
			extensions: { [`${XAPI_BASE}ext/ai_prompts`]: 3, [`${XAPI_BASE}ext/ai_tokens_high`]: 1560 },
		});
		expect(JSON.stringify(statement)).not.toMatch(/ai_(?:wh|co2e|water)/);
	});

	it('add up in a group, from both forms, and are unlimited where one file says nothing', () => {
		const [a, b] = [
			theWeek(sharedJson('camille00000', [asked(READ)])),
			theWeek(sharedCsv('dominique000', [asked(READ)])),
		];
		const one = groupWeek([a]).total.answers;
		const both = groupWeek([a, b]).total.answers;
		expect(both).toMatchObject({ promptCount: 6, regenerationCount: 2, tokens: { low: 2 * 1040, high: 2 * 1560 } });
		expect(both.wh.high).toBeCloseTo(2 * (one.wh.high ?? 0), 6);
		const old = JSON.parse(sharedJson('claude000000', [LESSON]));
		for (const row of old.rows) for (const name of Object.keys(row)) if (name.startsWith('ai_')) delete row[name];
		const all = groupWeek([a, theWeek(JSON.stringify(old))]).total.answers;
		expect(all).toMatchObject({ promptCount: 3, tokens: { low: 1040, high: null } });
	});
});
