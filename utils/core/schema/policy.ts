import * as v from 'valibot';
import { LIMITS } from '@/utils/core/sober/effects';
import { hostOfName } from '@/utils/core/units/host';
import { DEVICES } from './profile';
import { XAPI_VERSIONS } from './settings';
import { CountrySchema, type Of, parserOf } from './values';

/** Shorter ones could be guessed from the codes of courses that everybody knows. */
const MIN_SALT_LENGTH = 32;
const MAX_TEXT_LENGTH = 1_000;

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
	soberLines: v.pipe(v.picklist(LIMITS), v.title('Highest resolution of videos in sober mode, in lines')),
	assistants: v.pipe(v.boolean(), v.title('False forbids to count prompts and answers of AI assistants')),
	audits: v.pipe(v.boolean(), v.title('False forbids to audit courses, which keeps names of pages and files')),
	courseSalt: v.pipe(
		v.string(),
		v.minLength(MIN_SALT_LENGTH),
		v.maxLength(MAX_TEXT_LENGTH),
		v.title('Secret of the organisation with which the codes of courses agree among its learners'),
		v.description('At least 32 random characters; used once the learner has agreed'),
	),
	lrs: v.pipe(
		v.object({
			endpoint: v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH), v.title('Address above statements, https')),
			key: v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)),
			secret: v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)),
			version: v.optional(v.picklist(XAPI_VERSIONS), XAPI_VERSIONS[0]),
			weekly: v.pipe(v.optional(v.boolean(), false), v.title('Whether each week is sent once it is over')),
		}),
		v.title('Learning Record Store that receives shareable statements, once the learner has agreed'),
	),
	bucket: v.pipe(
		v.object({
			folder: v.pipe(
				v.string(),
				v.maxLength(MAX_TEXT_LENGTH),
				v.title('Address of the folder, https; it may be signed'),
			),
			user: v.optional(v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)), ''),
			password: v.optional(v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)), ''),
			weekly: v.pipe(v.optional(v.boolean(), false), v.title('Whether each week is put there once it is over')),
		}),
		v.title('Bucket or WebDAV folder that receives weekly files to share, once the learner has agreed'),
	),
});

const { device, country, soberMode, soberLines, assistants, audits, courseSalt, lrs, bucket } = ManagedSchema.entries;

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
	/** The highest resolution of sober mode, in lines. */
	soberLines: v.fallback(v.nullable(soberLines), null),
	/** False where the organisation forbids to count AI assistants. */
	assistants: v.fallback(v.nullable(assistants), null),
	/** False where the organisation forbids audits of courses. */
	audits: v.fallback(v.nullable(audits), null),
	/** Makes the codes of courses agree within the organisation, once the learner has agreed. */
	courseSalt: v.fallback(v.nullable(courseSalt), null),
	/** Where shareable statements may be sent, once the learner has agreed; its address unchecked. */
	lrs: v.fallback(v.nullable(lrs), null),
	/** Where weekly files to share may be put, once the learner has agreed; its address unchecked. */
	bucket: v.fallback(v.nullable(bucket), null),
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
