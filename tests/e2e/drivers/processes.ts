import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
/** Linux counts processor time in hundredths of a second for programs (USER_HZ): time(7). */
const MS_PER_TICK = 10;

/** Sends SIGKILL to a process and all its descendants, and waits until they are gone. Linux only: it reads /proc. */
export async function killTree(pid: number): Promise<void> {
	const pids = descendants(pid);
	for (const one of pids) kill(one);
	while (pids.some(isAlive)) await sleep(POLL_MS);
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

/** The process and everything it started, itself first. */
function descendants(pid: number): number[] {
	const parents = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => ({ pid: Number(name), parent: parentOf(name) }));
	const found = [pid];
	for (const one of found) found.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid));
	return found;
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

function readStat(pid: string): string | null {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8');
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
