import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Follower } from '@/utils/background/sites/follower';

const MOODLE = { host: 'moodle.cfa.example', platform: 'moodle', tabId: 7 };
const ORIGIN = '*://moodle.cfa.example/*';
const CLICKED_AT_MS = Date.UTC(2026, 10, 23, 9);
const MINUTE_MS = 60_000;

/** The follower of a background that has just started, and the sites it followed. */
function createFollower() {
	const follow = vi.fn(async () => {});
	return { follower: new Follower(follow), follow };
}

beforeEach(() => fakeBrowser.reset());

describe('a site whose permission prompt closed the popup', () => {
	it('is followed on the grant, even if the background was stopped in between', async () => {
		await createFollower().follower.intend(MOODLE, CLICKED_AT_MS);
		const { follower, follow } = createFollower();
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + MINUTE_MS);
		expect(follow.mock.calls).toEqual([[MOODLE]]);
	});

	it.each([[['https://moodle.cfa.example/*']], [['http://moodle.cfa.example/*', 'https://moodle.cfa.example/*']]])(
		'is also recognised by the patterns %j',
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
	])('is not followed on a grant for %s, but on its own grant later', async (_, origins) => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.accessGranted(origins, CLICKED_AT_MS + MINUTE_MS);
		expect(follow).not.toHaveBeenCalled();
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 2 * MINUTE_MS);
		expect(follow).toHaveBeenCalledOnce();
	});

	it('is not followed on a grant long after the click', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 11 * MINUTE_MS);
		expect(follow).not.toHaveBeenCalled();
	});

	it('is followed once: a later grant for the same site does nothing', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + MINUTE_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 2 * MINUTE_MS);
		expect(follow).toHaveBeenCalledOnce();
	});

	it('is replaced by the site clicked last', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.intend({ ...MOODLE, host: 'ecole.example' }, CLICKED_AT_MS + MINUTE_MS);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + 2 * MINUTE_MS);
		expect(follow).not.toHaveBeenCalled();
	});
});

describe('a site whose popup stayed open', () => {
	it('is followed on the popup’s message, which clears the intention', async () => {
		const { follower, follow } = createFollower();
		await follower.intend(MOODLE, CLICKED_AT_MS);
		await follower.follow(MOODLE);
		await follower.accessGranted([ORIGIN], CLICKED_AT_MS + MINUTE_MS);
		expect(follow.mock.calls).toEqual([[MOODLE]]);
		expect(await fakeBrowser.storage.session.get()).toEqual({});
	});
});
