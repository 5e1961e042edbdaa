import { onAdded } from './on-added';
import { thirdPartyPlayer } from './third-party';

/** Words of the card that stands for a player, for its company's name. */
export interface CardWords {
	readonly title: string;
	readonly cost: string;
	readonly load: string;
}

interface Held {
	readonly src: string;
	readonly display: string;
	readonly card: HTMLElement;
}

const STYLE = `
	:host { display: block; min-height: 150px; box-sizing: border-box; }
	div { display: grid; align-content: center; justify-items: center; gap: 8px; height: 100%; min-height: inherit;
		box-sizing: border-box; padding: 12px; border: 1px solid #8886; border-radius: 6px; text-align: center;
		font: 15px/1.4 system-ui, sans-serif; color: #222; background: #f4f1ea; }
	p { margin: 0; max-width: 40em; }
	button { font: inherit; padding: 6px 14px; cursor: pointer; }
`;

/** Puts a card in the place of video players of other companies until the learner asks for them: RGESN 2024, 4.4. */
export class Embeds {
	readonly #held = new Map<HTMLIFrameElement, Held>();
	readonly #asked = new WeakSet<HTMLIFrameElement>();
	readonly #wordsFor: (company: string) => Promise<CardWords>;
	#observer: MutationObserver | null = null;
	#stopAdded = () => {};

	/** `wordsFor` may take a moment: the card stands meanwhile. */
	constructor(wordsFor: (company: string) => Promise<CardWords>) {
		this.#wordsFor = wordsFor;
	}

	start(): void {
		if (this.#observer) return;
		this.#observer = new MutationObserver((changes) => {
			for (const { target } of changes) this.#meet(target as Element);
		});
		this.#observer.observe(document, { subtree: true, attributeFilter: ['src'] });
		this.#stopAdded = onAdded('iframe', (frame) => this.#meet(frame));
	}

	/** Loads every player that waits. */
	stop(): void {
		this.#observer?.disconnect();
		this.#observer = null;
		this.#stopAdded();
		for (const frame of [...this.#held.keys()]) this.#load(frame);
	}

	#meet(element: Element): void {
		if (!(element instanceof HTMLIFrameElement)) return;
		const company = thirdPartyPlayer(element.src);
		// One that is opened by a click, as light stand-ins do, is wanted.
		if (company === null || this.#asked.has(element) || navigator.userActivation?.isActive) return;
		const before = this.#held.get(element);
		before?.card.remove();
		const card = this.#card(element, company);
		const display = before?.display ?? element.style.display;
		this.#held.set(element, { src: element.src, display, card });
		element.removeAttribute('src');
		element.style.display = 'none';
		element.before(card);
	}

	#load(frame: HTMLIFrameElement): void {
		const held = this.#held.get(frame);
		if (!held) return;
		this.#held.delete(frame);
		this.#asked.add(frame);
		held.card.remove();
		frame.style.display = held.display;
		if (!frame.src) frame.src = held.src;
	}

	/** The card, as large as the frame; its style is its own, and the page cannot reach into it. */
	#card(frame: HTMLIFrameElement, company: string): HTMLElement {
		const host = document.createElement('div');
		host.className = frame.className;
		host.style.cssText = frame.style.cssText;
		for (const side of ['width', 'height'] as const) {
			const size = frame.getAttribute(side);
			if (size !== null && !host.style[side]) host.style[side] = /^\d+$/.test(size) ? `${size}px` : size;
		}
		const root = host.attachShadow({ mode: 'closed' });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(STYLE);
		root.adoptedStyleSheets = [sheet];
		const box = root.appendChild(document.createElement('div'));
		const [title, cost] = [document.createElement('p'), document.createElement('p')];
		const button = document.createElement('button');
		button.type = 'button';
		button.addEventListener('click', () => this.#load(frame));
		box.append(title, cost, button);
		this.#wordsFor(company).then(
			(words) => {
				title.textContent = words.title;
				cost.textContent = words.cost;
				button.textContent = words.load;
			},
			// The extension has just gone, and nobody would answer the button.
			() => this.#load(frame),
		);
		return host;
	}
}
