import { browser } from '@/utils/browser/browser';
import { type Policy, parsePolicy, parseRefusedHosts } from '@/utils/core/schema/policy';
import type { Profile } from '@/utils/core/schema/profile';

/** Fields of the profile that an organisation may set. */
const FIXABLE = ['device', 'country'] as const;
export type FixedField = (typeof FIXABLE)[number];

/** One read shared by all calls of a turn: in Firefox each searches the disk for policy files. */
let reading: Promise<unknown> | undefined;

/** The organisation's policy; all fields unset where there is none. */
export async function readPolicy(): Promise<Policy> {
	return parsePolicy(await readShared());
}

/** What the policy lists as followed hosts and names none. */
export async function readRefusedHosts(): Promise<readonly string[]> {
	return parseRefusedHosts(await readShared());
}

function readShared(): Promise<unknown> {
	reading ??= Promise.resolve().then(() => {
		reading = undefined;
		return readManaged();
	});
	return reading;
}

async function readManaged(): Promise<unknown> {
	try {
		return await browser.storage.managed.get(null);
	} catch {
		// Firefox rejects where no policy names the extension.
		return null;
	}
}

/**
 * Calls back when the policy changes, until the returned function is called. Chrome loads the policy only some time after its start.
 * Listens to `storage.managed` only: the global event also delivers every write to session storage.
 */
export function watchPolicy(onChange: () => void): () => void {
	const { onChanged } = browser.storage.managed;
	onChanged.addListener(onChange);
	return () => onChanged.removeListener(onChange);
}

/** The learner's profile with the fields that the policy sets. */
export function applyPolicy(profile: Profile, { device, country }: Policy): Profile {
	return { ...profile, device: device ?? profile.device, country: country ?? profile.country };
}

/** The fields of the profile that the policy sets. */
export function fixedFields(policy: Policy): readonly FixedField[] {
	return FIXABLE.filter((field) => policy[field] !== null);
}
