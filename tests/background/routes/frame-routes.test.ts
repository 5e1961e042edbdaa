import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { A, opening, top } from '@/tests/background/visits/tracker-rig';
import type { Parts } from '@/utils/background/parts';
import { frameRoutes } from '@/utils/background/routes/frame-routes';
import { Sites } from '@/utils/background/sites/sites';

/** The tabs whose visit began, and those whose visit ended. */
let began: string[];
let ended: number[];
let routes: ReturnType<typeof frameRoutes>;

beforeEach(() => {
	fakeBrowser.reset();
	[began, ended] = [[], []];
	const nothing = () => {};
	routes = frameRoutes({
		sites: new Sites(),
		tracker: {
			open: ({ url }: { url: string }) => {
				began.push(url);
				return { visitId: A, isFullyVisible: false, wanted: [] };
			},
			end: (tabId: number) => ended.push(tabId),
		},
		viewers: { frameStarted: nothing },
		sober: { beginPage: nothing, actionsIn: (_: number, host: string) => (host ? ['quality'] : []) },
		contexts: { inspect: nothing },
		waste: {},
	} as unknown as Parts);
});

it('a page of a hosted platform begins a visit over https, and none over http, whatever is granted', () => {
	const page = 'https://ecole.moodlecloud.com/course/view.php?id=1';
	expect(routes.open(top(page), opening(A, 'frame0000000000a'), page)).not.toBeNull();
	const open = page.replace('https', 'http');
	expect(routes.open(top(open, 2), opening(A, 'frame0000000000b'), open)).toBeNull();
	expect([began, ended]).toEqual([[page], [2]]);
	expect(routes.soberEffects(top(page), page)).toBe('quality');
	expect(routes.soberEffects(top(page), open)).toBe('');
});
