import fc from 'fast-check';
import { HOST_NAMES } from '@/tests/bench/accuracy/bench-site';

/**
 * How a page loads a resource: by an element, or by a script that reads it so; a service worker as it is installed, a form in a frame,
 * speculation rules (Chromium) without opening it, and `keepalive` as the page is left.
 */
export const READERS = [
	'image',
	'script',
	'style',
	'frame',
	'object',
	'prefetch',
	'fetch-buffer',
	'fetch-text',
	'fetch-blob',
	'fetch-stream',
	'fetch-unread',
	'xhr-text',
	'xhr-buffer',
	'worker',
	'service-worker',
	'beacon',
	'window',
	'form',
	'prerender',
	'keepalive',
] as const;

export const CODINGS = ['identity', 'gzip', 'br', 'zstd'] as const;
export type Coding = (typeof CODINGS)[number];

const resource = fc.record({
	reader: fc.constantFrom(...READERS),
	host: fc.constantFrom(...HOST_NAMES),
	/** Bytes of the body before coding. */
	byteCount: fc.constantFrom(0, 1_500, 30_000, 250_000),
	hasLength: fc.boolean(),
	coding: fc.constantFrom(...CODINGS),
	isCacheable: fc.boolean(),
	/** Timing-Allow-Origin. */
	isTimed: fc.boolean(),
	status: fc.constantFrom(200, 200, 200, 200, 404, 500, 204),
	redirectCount: fc.constantFrom(0, 0, 0, 1, 2),
	/** Bytes of the body of each of them. */
	hopBytes: fc.constantFrom(0, 0, 300, 40_000),
	/** How often the page loads it. */
	times: fc.constantFrom(1, 1, 2),
	/** Loaded by a script in two halves of a file. */
	isHalved: fc.boolean(),
	/** Milliseconds after which a script gives it up; it comes slowly then. */
	abortedAfterMs: fc.constantFrom(null, null, null, null, 150),
	/** Milliseconds before the page loads it. */
	waitMs: fc.constantFrom(0, 0, 50, 300),
});
export type Resource = typeof resource extends fc.Arbitrary<infer Value> ? Value : never;

/** A page of random resources, and when it is left. */
export const randomPage = fc.record({
	resources: fc.array(resource, { minLength: 1, maxLength: 6 }),
	/** Milliseconds after which the learner leaves; null is when everything has come. */
	leftAfterMs: fc.constantFrom(null, null, null, 200, 600),
	/** Bandwidth; null is as fast as this machine. */
	bytesPerSecond: fc.constantFrom(null, null, 2_000_000, 300_000),
	/** Visited once before, which fills the cache. */
	isVisitedBefore: fc.constantFrom(false, false, false, true),
});
export type RandomPage = typeof randomPage extends fc.Arbitrary<infer Value> ? Value : never;
