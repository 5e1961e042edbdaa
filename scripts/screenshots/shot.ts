import type { Tab } from '@/tests/e2e/drivers/driver';

/** A state of a page of the extension that is photographed. */
export interface Shot {
	readonly name: string;
	/** Path in the extension, with its hash. */
	readonly path: string;
	/** An element that is there once the page is. */
	readonly ready: string;
	/** Brings the page into its state. */
	readonly prepare?: (page: Tab) => Promise<void>;
	/** True where what it prints is saved too. */
	readonly isPrinted?: boolean;
}
