import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

it('the citation names the current version', () => {
	const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	expect(readFileSync(join(ROOT, 'CITATION.cff'), 'utf8')).toContain(`\nversion: ${version}\n`);
});
