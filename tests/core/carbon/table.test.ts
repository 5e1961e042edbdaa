import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ademeTable, gridTable } from '@/scripts/carbon-table';

const read = (name: string) => readFileSync(`utils/core/carbon/${name}`, 'utf8');

describe('the generated tables', () => {
	it('are what `node scripts/carbon-table.ts` writes', () => {
		expect(read('ademe-table.ts')).toBe(ademeTable());
		expect(read('grid-table.ts')).toBe(gridTable());
	});

	it('stay well under 2 kB for ADEME, comments and all', () => {
		expect(read('ademe-table.ts').length).toBeLessThan(1800);
	});
});
