/**
 * What `npm run release` ends in: prints the SHA-256 of each package, and ends with 1 when a build still has a name that nobody can
 * own, or when the version of package.json is not the tag (`--tag v1.2.3`) or has no dated section in CHANGELOG.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from './setup/arguments.mjs';
import { ROOT } from './setup/paths.mjs';
import { reservedNames, sha256 } from './setup/release.ts';

const OUTPUT = join(ROOT, '.output');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const tag = parseArgs(process.argv.slice(2)).option('tag');

const entries = readdirSync(OUTPUT, { withFileTypes: true });
const builds = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const packages = entries.map(({ name }) => name).filter((name) => name.endsWith('.zip'));
for (const name of packages) console.log(`${sha256(readFileSync(join(OUTPUT, name)))}  ${name}`);

const faults = builds.flatMap((build) =>
	reservedNames(join(OUTPUT, build)).map((name) => `${build}/${name} belongs to nobody: see utils/core/project.ts`),
);
if (packages.length < 3) faults.push(`There are ${packages.length} packages instead of three or more.`);
if (tag !== null && tag !== `v${version}`) faults.push(`The tag is ${tag}, and package.json has version ${version}.`);
const heading = new RegExp(`^## \\[${version}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm');
if (!heading.test(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))) {
	faults.push(`CHANGELOG.md has no dated section of version ${version}.`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
