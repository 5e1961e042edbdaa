import { onAdded } from '@/utils/page/sober/on-added';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party-player';
import { Tries } from '@/utils/page/sober/tries';

/** Texts of the card that replaces a player, with the name of its company. */
export interface CardTexts {
	readonly title: string;
	readonly cost: string;
	readonly load: string;
	/** Where its quality can be chosen, for a company whose player cannot be limited from outside; '' for the others. */
	readonly quality: string;
}

interface BlockedFrame {
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

/**
 * Replaces third-party video players by a card until the learner loads them: RGESN 2024, criterion 4.4. Gives up on a player
 * that the page puts back again and again.
 */
export class Embeds {
	readonly #blocked = new Map<HTMLIFrameElement, BlockedFrame>();
	readonly #loaded = new WeakSet<HTMLIFrameElement>();
	readonly #tries = new Tries();
	readonly #textsFor: (company: string) => Promise<CardTexts>;
	readonly #addressToLoad: (address: string) => string;
	#observer: MutationObserver | null = null;
	#stopAdded = () => {};

	/** The card is shown, without text, until `textsFor` resolves. `addressToLoad` may change the address of a player that it loads. */
	constructor(
		textsFor: (company: string) => Promise<CardTexts>,
		addressToLoad: (address: string) => string = (address) => address,
	) {
		this.#textsFor = textsFor;
		this.#addressToLoad = addressToLoad;
	}

	start(): void {
		if (this.#observer) return;
		this.#observer = new MutationObserver((changes) => {
			for (const { target } of changes) this.#inspect(target as Element);
		});
		this.#observer.observe(document, { subtree: true, attributeFilter: ['src', 'srcdoc'] });
		this.#stopAdded = onAdded('iframe', (frame) => this.#inspect(frame));
	}

	/** Loads every blocked player. */
	stop(): void {
		this.#observer?.disconnect();
		this.#observer = null;
		this.#stopAdded();
		for (const frame of [...this.#blocked.keys()]) this.#load(frame);
	}

	#inspect(element: Element): void {
		// With a text of its own (`srcdoc`), such as a picture with a link, it does not load its address.
		if (!(element instanceof HTMLIFrameElement) || element.hasAttribute('srcdoc')) return;
		const company = thirdPartyPlayer(element.src);
		// A player that appears after a click, as with facades such as lite-youtube, was requested by the learner.
		if (company === null || this.#loaded.has(element) || navigator.userActivation?.isActive) return;
		if (!this.#tries.begin(element, element.src)) {
			this.#load(element);
			return;
		}
		const before = this.#blocked.get(element);
		before?.card.remove();
		const card = this.#createCard(element, company);
		const display = before?.display ?? element.style.display;
		this.#blocked.set(element, { src: element.src, display, card });
		element.removeAttribute('src');
		element.style.display = 'none';
		element.before(card);
	}

	#load(frame: HTMLIFrameElement): void {
		const blocked = this.#blocked.get(frame);
		if (!blocked) return;
		this.#blocked.delete(frame);
		this.#loaded.add(frame);
		blocked.card.remove();
		frame.style.display = blocked.display;
		if (!frame.src) frame.src = this.#addressToLoad(blocked.src);
	}

	/** A card of the frame's size. Its closed shadow root keeps the page's styles and scripts out. */
	#createCard(frame: HTMLIFrameElement, company: string): HTMLElement {
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
		this.#textsFor(company).then(
			(texts) => {
				title.textContent = texts.title;
				cost.textContent = `${texts.cost} ${texts.quality}`.trim();
				button.textContent = texts.load;
			},
			// The extension was removed or updated: load the player rather than leave an empty card.
			() => this.#load(frame),
		);
		return host;
	}
}
