/** What detection may know of a page: its address and markup, read on demand and never kept. */
export interface PageView {
	/** `location.href`; read for its host, path shape and a few named parameters, never stored. */
	readonly url: string;
	/**
	 * True when an element matches one of the CSS selectors, parted by a comma and a space: each is run alone, which browsers
	 * do many times faster than a list of them.
	 */
	has(selectors: string): boolean;
	/** Text of the first element that matches, as it stands in the page; null when none matches. */
	text(selector: string): string | null;
	/** An attribute of the first element that matches; null when either is absent. */
	attribute(selector: string, name: string): string | null;
	/** True when a script written into the page (no `src`) contains the text. */
	inlineScriptIncludes(text: string): boolean;
}
