import type { Asked } from '@/tests/course/course-routes';
import type { Answer } from '@/tests/course/send';
import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import type { BenchSite, HostName } from './bench-site';

/** The address of a file of this case, this run, on one of the bench's hosts. No two runs share one: no cache helps the next. */
export type Address = (host: HostName, path: string) => string;

/** A request under a case's own addresses. */
export interface BenchAsked extends Asked {
	readonly host: HostName;
	/** What follows the case and the run in the address, without a leading slash. */
	readonly path: string;
	readonly at: Address;
}

/** What a case plays on. */
export interface Stage {
	readonly driver: Driver;
	/** The learner's tab; it is left for about:blank after the case. */
	readonly page: Page;
	readonly at: Address;
	readonly site: BenchSite;
}

/**
 * How near the figure must come, see `limits.ts`: `exact` as all completed transfers; `video` for progressive videos; `broken` for
 * what broke off, which leaves no size; `blind` for bodies that no interface of Chromium shows; `socket` for sockets; `call` for WebRTC;
 * `blocked` where a content blocker hides Firefox's own count, which leaves what Chromium shows.
 */
export type LimitClass = 'exact' | 'video' | 'broken' | 'blind' | 'socket' | 'call' | 'blocked';

/** One thing that pages do, and what counting it should give. */
export interface BenchCase {
	readonly name: string;
	readonly limit: LimitClass;
	/** The browsers that can do it; all when absent. */
	readonly browsers?: readonly BrowserName[];
	/** Speed of the line; absent is loopback. Videos and broken transfers need one: megabytes wait in the kernel otherwise. */
	readonly bytesPerSecond?: number;
	/** Speed at which the servers read what is sent to them; absent is as fast as it comes. */
	readonly readsBytesPerSecond?: number;
	/** Answers a POST before its body is read, and closes the connection without reading it. */
	readonly answersAtOnce?: boolean;
	/** Which way is counted: received when absent. */
	readonly way?: 'received' | 'sent';
	/** Reported / true of other tools on such a page, lowest to highest, measured side by side on 2026-11-23. */
	readonly peers?: string;
	/** Answers a request of this case; null is 404. */
	answer(asked: BenchAsked): Answer | null | Promise<Answer | null>;
	/** What happens before counting begins: a first visit, for instance. */
	prepare?(stage: Stage): Promise<void>;
	run(stage: Stage): Promise<void>;
	/** The true bytes where the HTTP servers' sockets are not the ones to ask. */
	trueBytes?(stage: Stage): number | Promise<number>;
}
