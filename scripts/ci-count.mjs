/**
 * The last line of .ci/run: counts each test, and each step of `npm run check` as one. Arguments: the folder of the kept
 * output, then the exit codes of the tests and of the checks. Plain JavaScript: it runs on an old Node too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, testCode, checkCode] = process.argv.slice(2);

const counts = [withCode(countTests(), testCode), withCode(countChecks(), checkCode)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** From vitest's JSON report; absent when a build failed before the tests. */
function countTests() {
	const file = join(folder, 'tests.json');
	if (!existsSync(file)) return { passed: 0, failed: 0 };
	const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
	return { passed: numPassedTests, failed: numFailedTests };
}

/** From the PASS and FAIL lines of scripts/run.mjs. */
function countChecks() {
	const lines = readFileSync(join(folder, 'check.log'), 'utf8').split('\n');
	const count = (word) => lines.filter((line) => line.startsWith(`${word} check: `)).length;
	return { passed: count('PASS'), failed: count('FAIL') };
}

/** A run that failed without a failed part (a file that does not load, a time-out), or in which nothing ran, is one failure. */
function withCode({ passed, failed }, code) {
	const isUnexplained = failed === 0 && (code !== '0' || passed === 0);
	return { passed, failed: failed + (isUnexplained ? 1 : 0) };
}
