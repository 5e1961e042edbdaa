import { describe, expect, it } from 'vitest';
import { ASSISTANT_FACTORS } from '@/utils/core/assistants/factors';
import { PUBLISHED_ANSWERS } from '@/utils/core/assistants/published';
import { factorsFor } from '@/utils/core/carbon/factors';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { PUBLISHED_HOURS } from '@/utils/core/carbon/published';
import { SOURCES } from '@/utils/core/carbon/sources';

describe('the factors of the method page', () => {
	const factors = factorsFor('BE');

	it('each have a value, a unit, a year and a link', () => {
		for (const { topic, id, value, unit, source } of factors) {
			expect(value, `${topic} ${id}`).toBeGreaterThan(0);
			expect(unit, `${topic} ${id}`).not.toBe('');
			expect(SOURCES[source].year).toMatch(/\d{4}/);
			expect(new URL(SOURCES[source].link).protocol).toBe('https:');
		}
	});

	it('use every source, together with the published hours and answers, and include the learner’s country', () => {
		const listed = [...factors, ...ASSISTANT_FACTORS, ...PUBLISHED_HOURS, ...PUBLISHED_ANSWERS];
		const used = new Set(listed.map(({ source }) => source));
		expect([...used].sort()).toEqual(Object.keys(SOURCES).sort());
		expect(factors.find(({ id }) => id === 'BE')).toMatchObject({ topic: 'grid', value: 117.58, unit: 'g/kWh' });
	});

	it('cover about two hundred countries', () => {
		expect(COUNTRIES.length).toBeGreaterThan(190);
		expect(COUNTRIES).toContain('RE');
	});
});
