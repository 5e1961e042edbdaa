/** What platform detection may read of a page: its address and markup, on demand and never stored. */
export interface PageView {
	/** `location.href`. Only its host, path and a few named parameters are read; it is never stored. */
	readonly url: string;
	/**
	 * Whether an element matches one of the CSS selectors, which are separated by a comma and a space. Each is run alone: that is
	 * many times faster than a selector list.
	 */
	has(selectors: string): boolean;
	/** Text content of the first element that matches; null when none does. */
	text(selector: string): string | null;
	/** An attribute of the first element that matches; null when either is absent. */
	attribute(selector: string, name: string): string | null;
	/** Whether an inline script (without `src`) contains the text. */
	inlineScriptIncludes(text: string): boolean;
}
