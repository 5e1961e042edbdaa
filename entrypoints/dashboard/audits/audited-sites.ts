import { ask } from '@/utils/browser/rpc';
import type { Audit } from '@/utils/core/schema/audit/audit';
import type { Course } from '@/utils/core/schema/visit';

const byLabel = (a: Course, b: Course) => a.label.localeCompare(b.label);

/** How a host is followed; null where it cannot be read. */
async function siteState(host: string) {
	const reply = await ask('site/state', { host });
	return reply.ok ? reply.value : null;
}

/** The courses of the history whose host is followed now, by name: elsewhere no audit starts. None where they cannot be read. */
export async function readCourses(): Promise<readonly Course[]> {
	const head = await ask('backup/head', {});
	const courses = head.ok ? head.value.courses.filter(({ courseKey }) => courseKey !== '') : [];
	const hosts = [...new Set(courses.map(({ host }) => host))];
	const isFollowed = async (host: string) => {
		const state = await siteState(host);
		return state?.isListed && state.suspension === null;
	};
	const followed = await Promise.all(hosts.map(isFollowed));
	return courses.filter(({ host }) => followed[hosts.indexOf(host)]).sort(byLabel);
}

/** Whether a pause interrupts the one of these audits that runs. */
export async function isInterrupted(audits: readonly Audit[]): Promise<boolean> {
	const running = audits.find(({ endedAtMs }) => endedAtMs === null);
	const state = running ? await siteState(running.host) : null;
	return state?.suspension === 'paused' || state?.suspension === 'paused-everywhere';
}
