/** How long a driver waits for something to appear before it fails. */
export const WAIT_TIMEOUT_MS = 10_000;
