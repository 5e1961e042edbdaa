/** A page that has undone an effect this often on one element has its way. */
const MAX_TRIES = 3;
/** The same for new elements that a page puts in place of one with the same content. */
const MAX_REPLACEMENTS = 10;

/** Counts how often an effect has changed the same thing, so that it gives up where the page puts it back each time. */
export class Tries {
	readonly #ofElements = new WeakMap<Element, number>();
	readonly #ofContents = new Map<string, number>();

	/** Counts a try on an element with this content, such as its address ('' for none); false once there were too many. */
	begin(element: Element, content: string): boolean {
		const tries = (this.#ofElements.get(element) ?? 0) + 1;
		const replacements = content === '' ? 0 : (this.#ofContents.get(content) ?? 0) + 1;
		this.#ofElements.set(element, tries);
		this.#ofContents.set(content, replacements);
		return tries <= MAX_TRIES && replacements <= MAX_REPLACEMENTS;
	}
}
