import * as v from 'valibot';
import { CountrySchema, type Of, parserOf } from './values';

/** Devices a learner may use; `desktop` is the computer together with its screens. The order is the order of display. */
export const DEVICES = ['laptop', 'desktop', 'tablet', 'phone', 'tv'] as const;

export type Device = (typeof DEVICES)[number];

/** How the device reaches the internet: `fixed` is fibre, cable or DSL, Wi-Fi included. */
export const NETWORKS = ['fixed', 'mobile'] as const;

export type Network = (typeof NETWORKS)[number];

/** Bounds of what a learner may enter: beyond them it is a typing error. */
export const MAX_DEVICE_AGE_YEARS = 30;
export const MAX_SCREEN_COUNT = 6;

/** A field beyond its bounds takes its default. */
const ProfileSchema = v.object({
	device: v.fallback(v.picklist(DEVICES), 'laptop'),
	network: v.fallback(v.picklist(NETWORKS), 'fixed'),
	/** ISO 3166-1 alpha-2 code of the country whose electricity and network are used. */
	country: v.fallback(CountrySchema, 'FR'),
	/** Age of the device in years; null when the learner has not entered it. */
	deviceAgeYears: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DEVICE_AGE_YEARS))), null),
	/** Screens in use, the device's own included; a `desktop` has none of its own. */
	screenCount: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SCREEN_COUNT)), 1),
});

/** What the figures need to know about the learner's equipment. */
export type Profile = Of<typeof ProfileSchema>;

export const DEFAULT_PROFILE: Profile = v.parse(ProfileSchema, {});

/** The profile in a stored value; null when it is none. */
export const parseProfile = parserOf(ProfileSchema, null);
