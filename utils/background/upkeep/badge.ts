import { sumTraffic } from '@/utils/core/visit/traffic';
import type { LiveVisit } from '@/utils/core/visit/visit';

/** A tab's button is drawn at most this often. */
const PACE_MS = 1_000;

/** What the badge needs of the outside. */
export interface BadgeServices {
	isWanted(): Promise<boolean>;
	/** Ids of all open tabs. */
	tabIds(): Promise<readonly number[]>;
	/** Figures of a tab's page; null where it is not measured. */
	current(tabId: number): LiveVisit | null;
	/** Writes what a tab's page received on its button; null takes it away. */
	draw(tabId: number, bytes: number | null): void;
}

/** The open page's bytes on the toolbar button, where the learner asked for them; nothing runs where not. */
export class Badge {
	readonly #services: BadgeServices;
	#isOn = false;
	readonly #waiting = new Map<number, LiveVisit | null>();
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(services: BadgeServices) {
		this.#services = services;
	}

	/** Takes up what was wanted in an earlier life of the background; what it drew is still there. */
	async restore(): Promise<void> {
		this.#isOn = await this.#services.isWanted();
	}

	/** The learner may want it otherwise: every tab's button shows what holds now. */
	async changed(): Promise<void> {
		await this.restore();
		this.#waiting.clear();
		const { tabIds, current, draw } = this.#services;
		for (const tabId of await tabIds()) draw(tabId, this.#isOn ? bytesOf(current(tabId)) : null);
	}

	/** A tab's figures changed: they are drawn now, or once the last drawing is a second old. */
	show(tabId: number, visit: LiveVisit | null): void {
		if (!this.#isOn) return;
		this.#waiting.set(tabId, visit);
		if (this.#timer === null) this.#draw();
	}

	#draw(): void {
		this.#timer = null;
		if (this.#waiting.size === 0) return;
		for (const [tabId, visit] of this.#waiting) this.#services.draw(tabId, bytesOf(visit));
		this.#waiting.clear();
		this.#timer = setTimeout(() => this.#draw(), PACE_MS);
	}
}

function bytesOf(visit: LiveVisit | null): number | null {
	return visit && sumTraffic(visit.traffic).receivedBytes;
}
