/**
 * Adds to package-lock.json the optional packages of other systems that npm omitted. npm writes only those that it found
 * in the registry; with a mirror that lacks some, `npm ci` refuses the lock as out of sync.
 * Run it after `npm install` of something new: `npm run lock`.
 */
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
const byPath = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(byPath) }, null, 2)}\n`);
console.log(`package-lock.json: ${addedNames.length} packages of other systems added.`);

function libc(os, abi) {
	if (os !== 'linux') return {};
	return { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] };
}
