import { browser } from '@/utils/browser/browser';
import { DEVICES, type Device, isCountry, type Profile } from '@/utils/core/carbon/profile';

/** What an organisation has set by the browser's enterprise policies, in `storage.managed`. Null: left to the learner. */
export interface Policy {
	/** Hosts followed for everybody. */
	readonly followedHosts: readonly string[];
	readonly device: Device | null;
	/** ISO 3166-1 alpha-2. */
	readonly country: string | null;
	/** True or false where the organisation decides whether sober mode is on. */
	readonly soberMode: boolean | null;
}

/** Fields of the profile that an organisation may set. */
const FIXABLE = ['device', 'country'] as const;
export type FixedField = (typeof FIXABLE)[number];

const HOST = /^[a-z\d-]+(\.[a-z\d-]+)*$/;

/** The policy in what the browser hands over; whatever is not of the right shape counts as not set. */
export function parsePolicy(stored: unknown): Policy {
	const { followedHosts, device, country, soberMode } = (stored ?? {}) as Record<string, unknown>;
	const hosts = Array.isArray(followedHosts) ? followedHosts.filter((host) => typeof host === 'string') : [];
	return {
		followedHosts: [...new Set(hosts.map((host) => host.trim().toLowerCase()))].filter((host) => HOST.test(host)),
		device: DEVICES.find((known) => known === device) ?? null,
		country: isCountry(country) ? country : null,
		soberMode: typeof soberMode === 'boolean' ? soberMode : null,
	};
}

/** The reading that all who ask in this turn share: in Firefox each is a search for files. */
let reading: Promise<Policy> | undefined;

/** The organisation's policy; one that sets nothing where there is none. */
export function readPolicy(): Promise<Policy> {
	reading ??= Promise.resolve().then(() => {
		reading = undefined;
		return readManaged();
	});
	return reading;
}

async function readManaged(): Promise<Policy> {
	try {
		return parsePolicy(await browser.storage.managed.get(null));
	} catch {
		// Firefox answers with an error where no policy names the extension.
		return parsePolicy(null);
	}
}

/**
 * Calls back when the policy changes, until the returned function is called. Chrome knows it only some time after its start.
 * Of this area alone: whoever listens to all is sent each state of each visit that is kept, before and after.
 */
export function watchPolicy(onChange: () => void): () => void {
	const { onChanged } = browser.storage.managed;
	onChanged.addListener(onChange);
	return () => onChanged.removeListener(onChange);
}

/** The learner's profile under the policy: what the organisation has set stands. */
export function applyPolicy(profile: Profile, { device, country }: Policy): Profile {
	return { ...profile, device: device ?? profile.device, country: country ?? profile.country };
}

/** Which fields of the profile the policy has set. */
export function fixedFields(policy: Policy): readonly FixedField[] {
	return FIXABLE.filter((field) => policy[field] !== null);
}
