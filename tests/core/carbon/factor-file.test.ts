import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FACTOR_FILE, factorFile } from '@/scripts/setup/factor-file';
import { factorsFor } from '@/utils/core/carbon/factors';

const ROOT = join(import.meta.dirname, '..', '..', '..');

it('the open data file holds the factors in use: else run node scripts/export-factors.ts', () => {
	expect(readFileSync(join(ROOT, FACTOR_FILE), 'utf8')).toBe(factorFile());
});

it('each factor of France stands in it with its value, unit and source', () => {
	const lines = factorFile().split('\r\n');
	for (const { topic, id, value, unit } of factorsFor('FR')) {
		const [line, ...more] = lines.filter((each) => each.startsWith(`${topic},${id},${value},${unit},`));
		expect(line, `${topic} ${id}`).toMatch(/https:\/\//);
		expect(more.length, `${topic} ${id} twice only from two sources`).toBeLessThan(2);
	}
});
