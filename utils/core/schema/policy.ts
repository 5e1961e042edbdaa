import * as v from 'valibot';
import { hostOfName } from '@/utils/core/units/host';
import { DEVICES } from './profile';
import { CountrySchema, type Of, parserOf } from './values';

/** What an organisation may set by the browser's enterprise policies, as published in `public/managed-schema.json`. */
export const ManagedSchema = v.object({
	followedHosts: v.pipe(
		v.array(v.string()),
		v.title('Hosts of training platforms that are followed for everybody'),
		v.description('Host names without scheme, port or path, such as moodle.example.org'),
	),
	device: v.pipe(v.picklist(DEVICES), v.title('Device that the carbon figures count with')),
	country: v.pipe(CountrySchema, v.title('Country of the electricity and network, ISO 3166-1 alpha-2')),
	soberMode: v.pipe(v.boolean(), v.title('Whether sober mode is on, for everybody')),
	assistants: v.pipe(v.boolean(), v.title('False forbids to count prompts and answers of AI assistants')),
});

const { device, country, soberMode, assistants } = ManagedSchema.entries;

/** As read: a field of another shape counts as not set, which is null. */
const PolicySchema = v.object({
	/** Hosts followed for everybody. */
	followedHosts: v.fallback(
		v.pipe(
			v.array(v.unknown()),
			v.transform((listed) => {
				const hosts = listed.filter((name) => typeof name === 'string').map(hostOfName);
				return [...new Set(hosts)].filter((host) => host !== null);
			}),
		),
		[],
	),
	device: v.fallback(v.nullable(device), null),
	country: v.fallback(v.nullable(country), null),
	/** True or false where the organisation decides whether sober mode is on. */
	soberMode: v.fallback(v.nullable(soberMode), null),
	/** False where the organisation forbids to count AI assistants. */
	assistants: v.fallback(v.nullable(assistants), null),
});

/** The organisation's policy in `storage.managed`. Null: left to the learner. */
export type Policy = Of<typeof PolicySchema>;

const NO_POLICY: Policy = v.parse(PolicySchema, {});

/** The policy in what the browser returns. */
export const parsePolicy = parserOf(PolicySchema, NO_POLICY);

const MAX_NAME_LENGTH = 253;

/** The hosts of a policy that name none, as the organisation wrote them, for the list of followed sites. */
export const parseRefusedHosts = parserOf(
	v.pipe(
		v.object({ followedHosts: v.array(v.unknown()) }),
		v.transform(({ followedHosts }) => {
			const names = followedHosts.filter((name) => typeof name === 'string' && hostOfName(name) === null);
			return [...new Set(names.map((name) => String(name).slice(0, MAX_NAME_LENGTH)))];
		}),
	),
	[],
);
