import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';

/** Saved pages, one file each. */
export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The comment at the start of a fixture: its address and expected context, null for a page of no platform. */
interface Expectation {
	readonly url: string;
	readonly place: { platform: string; courseKey: string; courseLabel: string | null; activity: string } | null;
}

/** Only parses: nothing that a fixture links to is fetched. */
const { DOMParser } = new Window({
	settings: { handleDisabledFileLoadingAsSuccess: true, disableIframePageLoading: true },
});

/** A saved page with the address and the context that its first line names. */
export function readFixture(file: string) {
	const html = readFileSync(join(FIXTURES, file), 'utf8');
	const { url, place } = JSON.parse(html.slice('<!--'.length, html.indexOf('-->'))) as Expectation;
	return { file, url, place, page: new DOMParser().parseFromString(html, 'text/html') as unknown as Document };
}
