import { createItem } from '@/utils/browser/storage-item';
import { type Pauses, parsePauses } from '@/utils/core/schema/sites/pauses';

const item = createItem('pauses', parsePauses);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptPauses = item.accept;

/** Nothing is paused or left out until the learner asks for it. */
export const readPauses = item.read;

/** Pauses one host, or all sites where `host` is null, or goes on there. */
export function setPause(host: string | null, isOn: boolean): Promise<void> {
	return item.change((pauses) =>
		host === null ? { ...pauses, isEverywhere: isOn } : { ...pauses, hosts: withHost(pauses.hosts, host, isOn) },
	);
}

/** Leaves a host out, or takes it back; a pause there ends. */
export function setLeftOut(host: string, isOut: boolean): Promise<void> {
	return item.change((pauses) => ({
		...pauses,
		hosts: withHost(pauses.hosts, host, false),
		leftOut: withHost(pauses.leftOut, host, isOut),
	}));
}

/** None, as at install. */
export const discardPauses = item.remove;

function withHost(hosts: Pauses['hosts'], host: string, isOn: boolean): Pauses['hosts'] {
	const others = hosts.filter((each) => each !== host);
	return isOn ? [...others, host] : others;
}
