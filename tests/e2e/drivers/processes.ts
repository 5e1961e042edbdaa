import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
/** Linux counts processor time in hundredths of a second for programs (USER_HZ): time(7). */
const MS_PER_TICK = 10;
const NS_PER_MS = 1_000_000;

/** Sends SIGKILL to a process and all its descendants, and waits until they are gone. Linux only: it reads /proc. */
export async function killTree(pid: number): Promise<void> {
	const pids = descendants(pid);
	for (const one of pids) kill(one);
	while (pids.some(isAlive)) await sleep(POLL_MS);
}

/** Kills those descendants of a process that have an option in their command line, and waits until they are gone; false where none has it. */
export async function killDescendants(pid: number, option: string): Promise<boolean> {
	const pids = descendants(pid).filter((one) => isStartedWith(one, option));
	for (const one of pids) await killTree(one);
	return pids.length > 0;
}

/** Stops a process and all its descendants for so long, as the sleep of a computer does. */
export async function suspendTree(pid: number, ms: number): Promise<void> {
	const pids = descendants(pid);
	for (const one of pids) kill(one, 'SIGSTOP');
	await sleep(ms);
	for (const one of pids) kill(one, 'SIGCONT');
}

/** Processor time that a process and all its living descendants have used, milliseconds. Linux only. */
export function treeCpuMs(pid: number): number {
	return descendants(pid).reduce((sum, one) => sum + cpuMs(String(one)), 0);
}

/** User and system time of one process and of those of its children that have ended and been waited for. */
function cpuMs(pid: string): number {
	const fields = readStat(pid)
		?.replace(/^.*\) /s, '')
		.split(' ');
	if (!fields) return 0;
	// After "pid (name)": utime, stime, cutime and cstime are the 14th to 17th fields of proc(5).
	return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * MS_PER_TICK;
}

/** Time on a processor of the first thread of a process, milliseconds, to the microsecond: `schedstat` of proc(5). Linux only. */
export function firstThreadMs(pid: number): number {
	return Number(readProc(pid, 'schedstat')?.split(' ')[0] ?? Number.NaN) / NS_PER_MS;
}

/** The process and everything it started, itself first. */
function descendants(pid: number): number[] {
	const parents = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => ({ pid: Number(name), parent: parentOf(name) }));
	const found = [pid];
	for (const one of found) found.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid));
	return found;
}

/** Chromium writes spaces between the options of its processes, not the NUL of proc(5). */
function isStartedWith(pid: number, option: string): boolean {
	return (readProc(pid, 'cmdline') ?? '').split(/[\0 ]/).includes(option);
}

function parentOf(pid: string): number | null {
	// "pid (name) state parent ...": the name may hold spaces and brackets.
	const fields = readStat(pid)
		?.replace(/^.*\) /s, '')
		.split(' ');
	return fields ? Number(fields[1]) : null;
}

function isAlive(pid: number): boolean {
	const state = readStat(String(pid))?.replace(/^.*\) /s, '')[0];
	return state !== undefined && state !== 'Z';
}

const readStat = (pid: string) => readProc(Number(pid), 'stat');

function readProc(pid: number, name: string): string | null {
	try {
		return readFileSync(`/proc/${pid}/${name}`, 'utf8');
	} catch {
		// It ended meanwhile.
		return null;
	}
}

function kill(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
	try {
		process.kill(pid, signal);
	} catch {
		// It ended by itself, with its parent.
	}
}
