import browser from 'webextension-polyfill';
import type { Detection } from '@/entrypoints/detect';
import type { SeenPlace } from '@/utils/measure/visit';
import { parsePlace } from '@/utils/messaging/parse-frame';

/** Single-page platforms write the course's name late: a page is looked at this often until it is complete. */
const MAX_LOOKS = 4;

/**
 * Finds out where pages stand by running the platform catalogue once in the top frame when the document is ready. It is
 * injected for that moment, so that no frame carries it along.
 */
export class Places {
	readonly #pending = new Map<string, number>();
	readonly #found: (visitId: string, place: SeenPlace) => void;

	constructor(found: (visitId: string, place: SeenPlace) => void) {
		this.#found = found;
	}

	/** A visit has begun in this tab. */
	look(tabId: number, visitId: string): void {
		this.#pending.set(visitId, MAX_LOOKS);
		void this.#detect(tabId, visitId);
	}

	/** The visit goes on: looks again while the page did not say everything. */
	lookAgain(tabId: number, visitId: string): void {
		if (this.#pending.has(visitId)) void this.#detect(tabId, visitId);
	}

	async #detect(tabId: number, visitId: string): Promise<void> {
		const looksLeft = (this.#pending.get(visitId) ?? 0) - 1;
		if (looksLeft > 0) this.#pending.set(visitId, looksLeft);
		else this.#pending.delete(visitId);
		try {
			const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/detect.js'] });
			const place = parsePlace((frame?.result as Detection | undefined)?.place);
			if (!place) return;
			if (place.courseLabel !== null) this.#pending.delete(visitId);
			this.#found(visitId, place);
		} catch {
			// The page has gone, or its host is no longer granted: the visit keeps the place it has.
		}
	}
}
