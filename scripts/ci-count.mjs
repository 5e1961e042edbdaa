/**
 * The last lines of .ci/run: names each test that failed, with its message, for readers of the end of the output only; then
 * counts each test, and each step of `npm run check` as one. Arguments: the folder of the saved output, then the exit codes of the
 * tests and of the checks. Plain JavaScript: it runs on an old Node too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [folder, testCode, checkCode] = process.argv.slice(2);

const report = readReport();
for (const line of failures()) console.log(line);
const counts = [withCode(countTests(), testCode), withCode(countChecks(), checkCode)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Vitest's JSON report; null when a build failed before the tests. */
function readReport() {
	const file = join(folder, 'tests.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function countTests() {
	return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** A line for each test that failed and for each file that did not load. */
function failures() {
	return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
		const failed = assertionResults.filter((test) => test.status === 'failed');
		const file = relative('.', name);
		if (failed.length === 0) return status === 'failed' ? [failure(file, message)] : [];
		return failed.map(({ fullName, failureMessages }) => failure(`${file} > ${fullName}`, failureMessages[0]));
	});
}

/** The message without its stack, shortened: the saved output has all of it. */
function failure(what, message) {
	const [words = ''] = (message ?? '').split(/\n\s+at /);
	return `FAIL ${what}: ${words.replace(/\s+/g, ' ').slice(0, 300)}`;
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
