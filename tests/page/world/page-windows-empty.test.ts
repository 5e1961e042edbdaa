// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hookWindows } from '@/utils/page/world/windows';
import { counted, counters } from './page-counters';

beforeAll(() => {
	(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('about:blank');
	// As browsers give an empty frame the address of the page that made it.
	document.head.innerHTML = '<base href="https://lms.example/course">';
	const opened: { top?: unknown } = {};
	opened.top = opened;
	vi.stubGlobal('open', () => opened);
	hookWindows(counters);
});
afterAll(() => vi.unstubAllGlobals());

it.each([
	['https://lms.example/mod/page', 0],
	['https://package.example/start', 1],
])('an empty frame is of the host of the page that made it: a window on %s counts %i', (address, count) => {
	counted.clear();
	window.open(address);
	expect(counted.get('own:window')?.count ?? 0).toBe(count);
});
