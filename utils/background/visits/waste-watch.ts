import { browser } from '@/utils/browser/browser';
import type { ObservedWaste, Waste } from '@/utils/core/schema/waste';
import { parseWaste } from '@/utils/core/schema/waste';
import { noteFiles, repeatWaste } from '@/utils/core/visit/repeats';
import { addWaste } from '@/utils/core/visit/waste';
import { persistCourseFiles, readCourseFiles } from './course-files';

/** A page is inspected with its first report after this time, and again each time its age has tripled. */
const FIRST_INSPECTION_MS = 2_000;
const AGE_FACTOR = 3;

/** What inspections need of the visits under way. */
export interface InspectedVisits {
	/** The course context of a visit; null when it is not under way, or not known to be the platform's. */
	contextOf(
		visitId: string,
	): { readonly host: string; readonly courseKey: string; readonly startedAtMs: number } | null;
	/** Sets what an inspection of one of a visit's documents found. */
	setWaste(visitId: string, frameId: string, waste: Waste): void;
}

/** Inspects the documents of visits now and then for what they loaded beyond need. */
export class WasteWatch {
	readonly #visits: InspectedVisits;
	/** When the next inspection of each tab's visit is due, milliseconds since 1970. */
	readonly #dueByTab = new Map<number, { readonly visitId: string; readonly dueAtMs: number }>();

	constructor(visits: InspectedVisits) {
		this.#visits = visits;
	}

	/** A visit goes on in its tab: inspects it if that is due. */
	inspectIfDue(tabId: number, visitId: string, nowMs: number): void {
		const context = this.#visits.contextOf(visitId);
		if (!context) return;
		const due = this.#dueByTab.get(tabId);
		const dueAtMs = due?.visitId === visitId ? due.dueAtMs : context.startedAtMs + FIRST_INSPECTION_MS;
		const isDue = nowMs >= dueAtMs;
		const nextMs = isDue ? context.startedAtMs + AGE_FACTOR * (nowMs - context.startedAtMs) : dueAtMs;
		this.#dueByTab.set(tabId, { visitId, dueAtMs: nextMs });
		if (isDue) void this.#inspect(tabId, visitId);
	}

	/** The tab was closed. */
	discard(tabId: number): void {
		this.#dueByTab.delete(tabId);
	}

	async #inspect(tabId: number, visitId: string): Promise<void> {
		const frames = await inspectTab(tabId);
		const context = this.#visits.contextOf(visitId);
		if (!context || frames.length === 0) return;
		const { host, courseKey } = context;
		const before = await readCourseFiles(host, courseKey);
		const keys = frames.flatMap(({ files }) => files.map(([key]) => key));
		const files = noteFiles(before, visitId, keys);
		if (keys.length > 0) await persistCourseFiles(host, courseKey, files);
		for (const { frameId, waste, files: loaded } of frames) {
			this.#visits.setWaste(visitId, frameId, addWaste(waste, repeatWaste(files, loaded)));
		}
	}
}

/** Inspects each document of a tab, where that is possible. */
async function inspectTab(tabId: number): Promise<ObservedWaste[]> {
	try {
		const frames = await browser.scripting.executeScript({
			target: { tabId, allFrames: true },
			files: ['/waste.js'],
		});
		return frames.map(({ result }) => parseWaste(result)).filter((seen) => seen !== null);
	} catch {
		// The tab is closed, or shows a page that cannot be inspected.
		return [];
	}
}
