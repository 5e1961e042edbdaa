import { quietly } from '@/utils/page/quietly';
import { apply, bare, caller, listen, matches, reader } from '@/utils/page/world/natives';

/** Where conversations stand. A page without it is none that we know: its text is not counted. */
const ROOT = 'main,[role="main"]';
/**
 * What is no part of an answer: fields, buttons, lists of conversations, texts that stand there twice, and questions by the marks of the
 * known assistants, since a page may show one only after its answer has begun.
 */
const OTHERS =
	'form,button,nav,aside,script,style,template,noscript,[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="button"],[aria-hidden="true"],' +
	'[data-message-author-role="user"],[data-user-message-bubble],[data-testid="user-message"],[data-content="user-message"],[data-message-type="user"],' +
	'[data-message-id$="_user"],user-query,.fai-UserMessage,.chat-user,.user-turn';
const LEFT_OUT = `:is(${OTHERS}):not(:is(${OTHERS}) *)`;
/** What Markdown writes with two characters more than the page shows: a line, an item, a heading, an end of a style. */
const MARKED = 'p,li,h1,h2,h3,h4,h5,h6,pre,tr,br,code';
const CHARACTERS_A_MARK = 2;

/** The answer is on the page once its text has not changed for so long; it is unread where that takes too long. */
const QUIET_MS = 1_000;
const LIMIT_MS = 20_000;

/** Addresses on which a conversation begins, which then gets one of its own: `/`, `/new`, `/app`. */
const FIRST_PAGE = /^\/[^/]*\/?$/;

/** The browser's own functions of documents. */
function createDom() {
	const find = caller(Document.prototype, 'querySelector');
	const findAll = caller(Element.prototype, 'querySelectorAll');
	const textOf = reader(Node.prototype, 'textContent');
	const countOf = reader(NodeList.prototype, 'length');
	const item = caller(NodeList.prototype, 'item');
	const visibilityOf = reader(Document.prototype, 'visibilityState');
	const charactersIn = (element: Element) =>
		(textOf(element)?.length ?? 0) + countOf(findAll(element, MARKED)) * CHARACTERS_A_MARK;
	return {
		root: () => find(document, ROOT),
		isHidden: () => visibilityOf(document) === 'hidden',
		/** Characters of a conversation, about as its authors wrote them. */
		measure(root: Element): number {
			let characters = charactersIn(root);
			const others = findAll(root, LEFT_OUT);
			for (let index = 0; index < countOf(others); index++) characters -= charactersIn(item(others, index) as Element);
			return characters;
		},
	};
}

/** A function that calls `done` once nothing under an element has changed for a while: with false where that takes too long. */
function createQuietWatch() {
	const NativeObserver = MutationObserver;
	const observe = caller(MutationObserver.prototype, 'observe');
	const disconnect = caller(MutationObserver.prototype, 'disconnect');
	const { setTimeout: start, clearTimeout: stop } = globalThis;
	const later = (run: () => void, ms: number) => {
		const id = apply<number>(start, globalThis, [() => quietly(run), ms]);
		return () => apply(stop, globalThis, [id]);
	};
	return (root: Element, done: (isQuiet: boolean) => void) => {
		const end = (isQuiet: boolean) => {
			cancelQuiet();
			cancelLimit();
			disconnect(observer);
			done(isQuiet);
		};
		const wait = () => later(() => end(true), QUIET_MS);
		const observer = new NativeObserver(() => {
			cancelQuiet();
			cancelQuiet = wait();
		});
		let cancelQuiet = wait();
		const cancelLimit = later(() => end(false), LIMIT_MS);
		observe(observer, root, bare({ childList: true, characterData: true, subtree: true }));
	};
}

/** The text that one answer adds to the page. */
export interface Growth {
	/** The answer is complete: calls `note` with its characters once the page shows it, unless they are not certain. */
	end(note: (characters: number) => void): void;
	/** It was stopped, or its characters are known otherwise. */
	drop(isKnown: boolean): void;
}

/**
 * Watches the text that answers add to the page: its length before and after, and nothing else of it. What is not certain is not counted:
 * two answers at once, a tab that was hidden meanwhile, another conversation that was opened.
 */
export class GrowthWatch {
	readonly #dom = createDom();
	readonly #whenQuiet = createQuietWatch();
	#openCount = 0;
	#begunCount = 0;
	#hiddenCount = 0;
	/** The page's answers have a known shape. */
	#isKnown = false;

	/** An answer begins to come. */
	begin(): Growth {
		const begunCount = ++this.#begunCount;
		const isAlone = this.#openCount++ === 0;
		const root = this.#isKnown || this.#dom.isHidden() || !isAlone ? null : this.#dom.root();
		const before = root ? this.#dom.measure(root) : 0;
		const path = location.pathname;
		if (begunCount === 1) listen(document, 'visibilitychange', () => quietly(() => void this.#hiddenCount++));
		const hiddenCount = this.#hiddenCount;
		let isOpen = true;
		const close = () => {
			if (isOpen) this.#openCount--;
			isOpen = false;
		};
		const isCertain = () =>
			this.#begunCount === begunCount &&
			this.#hiddenCount === hiddenCount &&
			(location.pathname === path || matches(FIRST_PAGE, path));
		return {
			end: (note) => {
				if (!root || !isCertain()) return close();
				this.#whenQuiet(root, (isQuiet) => {
					close();
					const added = isQuiet && isCertain() ? this.#dom.measure(root) - before : 0;
					if (added > 0) note(added);
				});
			},
			drop: (isKnown) => {
				this.#isKnown ||= isKnown;
				close();
			},
		};
	}
}
