import { vi } from 'vitest';

/** Below the time limit of a test. Vitest's own second is too short on a busy machine, and what a test then leaves behind fails the next. */
const TIMEOUT_MS = 15_000;

const { waitFor } = vi;
vi.waitFor = (check, options) =>
	waitFor(check, typeof options === 'number' ? options : { timeout: TIMEOUT_MS, ...options });
