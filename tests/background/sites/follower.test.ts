import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Follower } from '@/utils/background/sites/follower';

const MOODLE = { host: 'moodle.cfa.example', platform: 'moodle', tabId: 7 };
const ORIGIN = '*://moodle.cfa.example/*';
const CLICKED_AT_MS = Date.UTC(2026, 10, 23, 9);
const MINUTE_MS = 60_000;

/** A follower as a life of the background has it, and what it followed. */
function createFollower() {
	const follow = vi.fn(async () => {});
	return { follower: new Follower(follow), follow };
}

beforeEach(() => fakeBrowser.reset());

describe('a site whose permission prompt closed the popup', () => {
	it('is followed by the grant, even when the background was stopped meanwhile', async () => {
		await createFollower().follower.intend(MOODLE, CLICKED_AT_MS);
		const { follower, follow } = createFollower();
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + MINUTE_MS);
		expect(follow.mock.calls).toEqual([[MOODLE]]);
	});

	it.each([[['https://moodle.cfa.example/*']], [['http://moodle.cfa.example/*', 'https://moodle.cfa.example/*']]])(
		'is known by the patterns %j too',
		async (origins) => {
			const { follower, follow } = createFollower();
			await follower.intend(MOODLE, CLICKED_AT_MS);
			await follower.accessGranted(origins, CLICKED_AT_MS + MINUTE_MS);
			expect(follow.mock.calls).toEqual([[MOODLE]]);
		},
	);

	it.each([
		['another site', ['*://other.example/*']],
		['a site below it', ['*://sub.moodle.cfa.example/*']],
		['every site, for exact counting', ['*://*/*']],
		['a permission without origins', []],
	])('is not followed by a grant for %s, and still waits for its own', async (_, origins) => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.accessGranted(origins, CLICKED_AT_MS + MINUTE_MS);
		expect(follow).not.toHaveBeenCalled();
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 2 * MINUTE_MS);
		expect(follow).toHaveBeenCalledOnce();
	});

	it('is not followed by a grant long after, which the click did not ask for', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 11 * MINUTE_MS);
		expect(follow).not.toHaveBeenCalled();
	});

	it('is followed once: a later grant of the same site is not asked for', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + MINUTE_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 2 * MINUTE_MS);
		expect(follow).toHaveBeenCalledOnce();
	});

	it('gives way to the site asked for last', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.intend({ ...MOODLE, host: 'ecole.example' }, CLICKED_AT_MS + MINUTE_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 2 * MINUTE_MS);
		expect(follow).not.toHaveBeenCalled();
	});
});

describe('a site whose popup stayed open', () => {
	it('is followed by its message, and the intention is fulfilled', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.follow(MOODLE);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + MINUTE_MS);
		expect(follow.mock.calls).toEqual([[MOODLE]]);
		expect(await fakeBrowser.storage.session.get()).toEqual({});
	});
});
