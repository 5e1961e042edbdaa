import { browser } from '@/utils/browser/browser';
import { parseWaste } from '@/utils/core/schema/parse-waste';
import { noteFiles, repeatWaste } from '@/utils/core/visit/repeats';
import { addWaste, type ObservedWaste, type Waste } from '@/utils/core/visit/waste';
import { persistCourseFiles, readCourseFiles } from './repeats';

/** A page is looked at with its first report, unless that comes at once, and again each time its age has tripled. */
const FIRST_LOOK_MS = 2_000;
const PACE = 3;

/** What looks need of the visits under way. */
export interface InspectedVisits {
	/** Where a visit's page stands; null when the visit is not under way, or not known to be the platform's. */
	contextOf(
		visitId: string,
	): { readonly host: string; readonly courseKey: string; readonly startedAtMs: number } | null;
	/** Takes in what a look at one of a visit's documents found. */
	findWaste(visitId: string, frameId: string, waste: Waste): void;
}

/** Looks now and then at the documents of visits for what they loaded beyond need. */
export class WasteWatch {
	readonly #visits: InspectedVisits;
	/** When the next look at each tab's visit is due, milliseconds since 1970. */
	readonly #dueByTab = new Map<number, { readonly visitId: string; readonly dueAtMs: number }>();

	constructor(visits: InspectedVisits) {
		this.#visits = visits;
	}

	/** A visit goes on in its tab. */
	pass(tabId: number, visitId: string, nowMs: number): void {
		const place = this.#visits.contextOf(visitId);
		if (!place) return;
		const due = this.#dueByTab.get(tabId);
		const dueAtMs = due?.visitId === visitId ? due.dueAtMs : place.startedAtMs + FIRST_LOOK_MS;
		const isDue = nowMs >= dueAtMs;
		const nextMs = isDue ? place.startedAtMs + PACE * (nowMs - place.startedAtMs) : dueAtMs;
		this.#dueByTab.set(tabId, { visitId, dueAtMs: nextMs });
		if (isDue) void this.#look(tabId, visitId);
	}

	/** Forgets a tab that was closed. */
	forget(tabId: number): void {
		this.#dueByTab.delete(tabId);
	}

	async #look(tabId: number, visitId: string): Promise<void> {
		const frames = await seeTab(tabId);
		const place = this.#visits.contextOf(visitId);
		if (!place || frames.length === 0) return;
		const { host, courseKey } = place;
		const before = await readCourseFiles(host, courseKey);
		const keys = frames.flatMap(({ files }) => files.map(([key]) => key));
		const files = noteFiles(before, visitId, keys);
		if (keys.length > 0) await persistCourseFiles(host, courseKey, files);
		for (const { frameId, waste, files: brought } of frames) {
			this.#visits.findWaste(visitId, frameId, addWaste(waste, repeatWaste(files, brought)));
		}
	}
}

/** Looks at each document of a tab that we may look at. */
async function seeTab(tabId: number): Promise<ObservedWaste[]> {
	try {
		const frames = await browser.scripting.executeScript({
			target: { tabId, allFrames: true },
			files: ['/waste.js'],
		});
		return frames.map(({ result }) => parseWaste(result)).filter((seen) => seen !== null);
	} catch {
		// The tab has gone, or is on a page that nobody may look at.
		return [];
	}
}
