import type { LiveVisit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { wholePage } from '@/utils/core/visit/whole-page';

/** The least time between two updates of a tab's button. */
const INTERVAL_MS = 1_000;

/** What the badge needs of the browser and the settings. */
export interface BadgeServices {
	isEnabled(): Promise<boolean>;
	/** Ids of all open tabs. */
	tabIds(): Promise<readonly number[]>;
	/** Figures of a tab's page; null where it is not measured. */
	current(tabId: number): LiveVisit | null;
	/** Writes what a tab's page received on its button; null removes it. */
	draw(tabId: number, bytes: number | null): void;
}

/** The open page's bytes on the toolbar button, where the learner turned that on; does nothing otherwise. */
export class Badge {
	readonly #services: BadgeServices;
	#isOn = false;
	readonly #waiting = new Map<number, LiveVisit | null>();
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(services: BadgeServices) {
		this.#services = services;
	}

	/** Restores the setting after a restart of the background; drawn badges persist. */
	async restore(): Promise<void> {
		this.#isOn = await this.#services.isEnabled();
	}

	/** The setting has changed: updates the button of every tab. */
	async redraw(): Promise<void> {
		await this.restore();
		this.#waiting.clear();
		const { tabIds, current, draw } = this.#services;
		for (const tabId of await tabIds()) draw(tabId, this.#isOn ? bytesOf(current(tabId)) : null);
	}

	/** A tab's figures changed: draws them now, or a second after the last drawing. */
	notify(tabId: number, visit: LiveVisit | null): void {
		if (!this.#isOn) return;
		this.#waiting.set(tabId, visit);
		if (this.#timer === null) this.#draw();
	}

	#draw(): void {
		this.#timer = null;
		if (this.#waiting.size === 0) return;
		for (const [tabId, visit] of this.#waiting) this.#services.draw(tabId, bytesOf(visit));
		this.#waiting.clear();
		this.#timer = setTimeout(() => this.#draw(), INTERVAL_MS);
	}
}

function bytesOf(visit: LiveVisit | null): number | null {
	return visit && sumTraffic(wholePage(visit).traffic).receivedBytes;
}
