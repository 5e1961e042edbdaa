// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LeadWatch } from '@/utils/page/observe/lead-watch';

const OTHER = 'https://media.example/guide.zip';
const onLead = vi.fn();
let navigation: EventTarget;
let watch: LeadWatch;

beforeEach(() => {
	vi.useFakeTimers();
	(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://lms.example/course');
	navigation = new EventTarget();
	vi.stubGlobal('navigation', navigation);
	watch = new LeadWatch(onLead);
});
afterEach(() => {
	watch.stop();
	onLead.mockClear();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

function lead(url: string, isStopped = false): void {
	const event = Object.assign(new Event('navigate', { cancelable: true }), { destination: { url } });
	navigation.addEventListener('navigate', () => isStopped && event.preventDefault(), { once: true });
	navigation.dispatchEvent(event);
}

it('a page that is still there after it led its tab to another host got a file from there', () => {
	lead(OTHER);
	vi.advanceTimersByTime(2_900);
	expect(onLead).not.toHaveBeenCalled();
	vi.advanceTimersByTime(200);
	expect(onLead).toHaveBeenCalledExactlyOnceWith(OTHER);
});

it('a frame notes at once where it is led, since it may be gone next', () => {
	vi.stubGlobal('top', {});
	lead(OTHER);
	vi.advanceTimersByTime(0);
	expect(onLead).toHaveBeenCalledExactlyOnceWith(OTHER);
});

it.each([
	['to its own host', 'https://lms.example/mod/page', false],
	['to its own host by another port', 'https://lms.example:8443/', false],
	['to no site', 'mailto:jeanne@lms.example', false],
	['to another host, which the page stops', OTHER, true],
])('a page led %s gets nothing from elsewhere', (_title, url, isStopped) => {
	lead(url, isStopped);
	vi.advanceTimersByTime(10_000);
	expect(onLead).not.toHaveBeenCalled();
});

it('nothing is noted after its end, nor where the browser lacks the Navigation API', () => {
	watch.stop();
	lead(OTHER);
	vi.stubGlobal('navigation', undefined);
	expect(() => new LeadWatch(onLead).stop()).not.toThrow();
	vi.advanceTimersByTime(10_000);
	expect(onLead).not.toHaveBeenCalled();
});
