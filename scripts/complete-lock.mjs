/**
 * Completes package-lock.json after `npm install` of something new (`npm run lock`): adds the optional packages of other systems that
 * npm omitted, without which `npm ci` refuses the lock as out of sync, and asks the registry for each integrity that is missing.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORM =
	/-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|x64|arm|ppc64|riscv64|s390x|ia32)(?:-(\w+))?$/;
const FILE = new URL('../package-lock.json', import.meta.url);

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const addedNames = [];
for (const [path, owner] of Object.entries(lock.packages)) {
	for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
		const key = `node_modules/${name}`;
		const [, os, cpu, abi = ''] = PLATFORM.exec(name) ?? [];
		const isExact = /^\d/.test(version);
		if (lock.packages[key] || lock.packages[`${path}/${key}`] || !os || !isExact) continue;
		lock.packages[key] = {
			version,
			cpu: [cpu],
			...(owner.dev && { dev: true }),
			...libc(os, abi),
			optional: true,
			os: [os],
		};
		addedNames.push(name);
	}
}
let askedCount = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
	if (path === '' || entry.integrity) continue;
	const { version, ...rest } = entry;
	lock.packages[path] = { version, integrity: integrityOf(path.split('node_modules/').at(-1), version), ...rest };
	askedCount += 1;
}
const byPath = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(byPath) }, null, 2)}\n`);
console.log(`package-lock.json: ${addedNames.length} packages of other systems added, ${askedCount} integrities.`);

function libc(os, abi) {
	if (os !== 'linux') return {};
	return { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] };
}

/** The registry's checksum of a package. Throws where the registry does not know the package. */
function integrityOf(name, version) {
	const args = ['view', `${name}@${version}`, 'dist.integrity'];
	const integrity = execFileSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
	if (!integrity.startsWith('sha512-')) throw new Error(`The registry has no integrity of ${name}@${version}.`);
	return integrity;
}
