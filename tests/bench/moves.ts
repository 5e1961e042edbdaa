/** Reads what moves in a popup or a panel: layout shifts in Chromium, places in Firefox, which reports none. */
import type { Frame } from '@/tests/e2e/drivers/driver';

/** One shift: when, and what moved. */
export interface Shift {
	readonly atMs: number;
	/** In Chromium as it scores it; in Firefox pixels. */
	readonly value: number;
	readonly moved: string;
}

/** Runs in the popup or the panel. */
export function watchShifts(): void {
	interface Entry extends PerformanceEntry {
		readonly value: number;
		/** True also right after the window was resized, as while the panel slides in. */
		readonly hadRecentInput: boolean;
		readonly sources: readonly { readonly node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
	}
	const shifts: Shift[] = [];
	Object.assign(window, { shifts });
	const nameOf = (node: Node | null) => {
		const element = node instanceof Element ? node : node?.parentElement;
		return element ? `${element.localName}.${element.getAttribute('class') ?? ''}` : 'removed';
	};
	new PerformanceObserver((list) => {
		for (const { startTime, value, sources, hadRecentInput } of list.getEntries() as Entry[]) {
			if (hadRecentInput) continue;
			const moved = sources.map(
				({ node, previousRect: from, currentRect: to }) =>
					`${nameOf(node)} ${from.x.toFixed(0)},${from.y.toFixed(0)} to ${to.x.toFixed(0)},${to.y.toFixed(0)}`,
			);
			shifts.push({ atMs: startTime, value, moved: moved.join('; ') });
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

/** What {@link watchPlaces} has found, and in how much. */
interface Seen {
	readonly shifts: Shift[];
	frameCount: number;
	partCount: number;
}

/** Runs in a popup or a panel of Firefox: a part that is not where it was in the frame before has moved. */
export function watchPlaces(): void {
	const seen: Seen = { shifts: [], frameCount: 0, partCount: 0 };
	// Of the document: Firefox's driver runs each call in a scope of its own.
	Object.assign(window, { seen, shifts: seen.shifts });
	/** As in the definition of layout shifts. */
	const leastPx = 3;
	let places = new Map<Element, DOMRect>();
	const look = () => {
		const now = new Map<Element, DOMRect>();
		// Neither the drawing of the strip nor the words in it, which a transform moves.
		for (const part of document.querySelectorAll('body *:not(svg *, .needed-words, .unseen, .unseen *)'))
			if (part.checkVisibility()) now.set(part, part.getBoundingClientRect());
		for (const [part, { x, y }] of now) {
			const before = places.get(part);
			const value = before ? Math.max(Math.abs(before.x - x), Math.abs(before.y - y)) : 0;
			if (value < leastPx) continue;
			const moved = `${part.localName}.${part.getAttribute('class') ?? ''} ${before?.x},${before?.y} to ${x},${y}`;
			seen.shifts.push({ atMs: performance.now(), value, moved });
		}
		places = now;
		seen.frameCount++;
		seen.partCount = now.size;
		window.requestAnimationFrame(look);
	};
	look();
}

/** What moved since the last call. */
export const readShifts = (surface: Frame) =>
	surface.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.splice(0));

/** What {@link watchPlaces} has read, in words. @throws where fewer frames were drawn than `minFrames`. */
export async function readPlaces(surface: Frame, minFrames: number): Promise<string> {
	const { frameCount, partCount } = await surface.evaluate(() => {
		const { frameCount, partCount } = (window as unknown as { seen: Seen }).seen;
		return { frameCount, partCount };
	});
	// A window that is not drawn moves nothing.
	if (frameCount < minFrames) throw new Error(`Only ${frameCount} frames were drawn.`);
	return `the places of ${partCount} parts in ${frameCount} frames`;
}
