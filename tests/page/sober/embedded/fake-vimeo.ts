export const VIMEO = 'https://player.vimeo.com';

interface Asked {
	readonly method: string;
	readonly value?: string;
}

interface Options {
	/** Whose messages the player's window takes and sends. */
	readonly origin?: string;
	/** Qualities beside `auto`, the highest first. */
	readonly offered?: readonly string[];
	/** The quality that is chosen at first. */
	readonly chosen?: string;
	/** Lines that its own choice shows. */
	readonly autoLines?: number;
	readonly isPaused?: boolean;
	/** Whether it has `auto`: not on phones. */
	readonly hasAuto?: boolean;
	/** Whether the account may set the quality. */
	readonly mayBeSet?: boolean;
	/** Whether it answers in JSON rather than in objects. */
	readonly isJson?: boolean;
	readonly isSilent?: boolean;
	/** Says this to every message, whatever it is. */
	readonly rubbish?: readonly unknown[];
}

/**
 * An embedded player that speaks the protocol of https://github.com/vimeo/player.js 2.30: answers have the method's name and its value,
 * errors are events, other events come only once they were asked for.
 */
export class FakeVimeo {
	readonly frame: HTMLIFrameElement;
	/** Everything that it was sent, in order. */
	readonly asked: Asked[] = [];
	chosen: string;
	autoLines: number;
	isPaused: boolean;
	readonly #events = new Set<string>();
	readonly #window = { postMessage: (message: Asked, target: string) => this.#receive(message, target) };
	readonly #options: Options;

	constructor(options: Options = {}) {
		this.#options = options;
		this.chosen = options.chosen ?? 'auto';
		this.autoLines = options.autoLines ?? 1080;
		this.isPaused = options.isPaused ?? false;
		this.frame = document.createElement('iframe');
		// Nothing is loaded: happy-dom sees no address, and the window is this one.
		Object.defineProperties(this.frame, {
			src: { value: `${this.origin}/video/1?h=2` },
			contentWindow: { value: this.#window },
			contentDocument: { value: null, configurable: true },
		});
		document.body.append(this.frame);
	}

	get origin(): string {
		return this.#options.origin ?? VIMEO;
	}

	/** The qualities that were asked for, in order. */
	get told(): readonly (string | undefined)[] {
		return this.asked.filter(({ method }) => method === 'setQuality').map(({ value }) => value);
	}

	/** A message of its window. */
	say(data: unknown): void {
		const message = this.#options.isJson ? JSON.stringify(data) : data;
		const source = this.#window as unknown as Window;
		dispatchEvent(new MessageEvent('message', { data: message, origin: this.origin, source }));
	}

	/** An event, where it was asked for. */
	emit(event: string, data: unknown = {}): void {
		if (this.#events.has(event)) this.say({ event, data });
	}

	/** Its own choice changes with the bandwidth. */
	choose(lines: number): void {
		this.autoLines = lines;
		if (this.chosen === 'auto') this.#resize();
	}

	play(): void {
		this.isPaused = false;
		this.emit('playing', { seconds: 0 });
	}

	/** The learner in its menu, the page by its own library, or we. */
	setQuality(quality: string): void {
		if (quality === this.chosen) return;
		this.chosen = quality;
		this.emit('qualitychange', { quality });
		this.#resize();
	}

	get #lines(): number {
		return this.chosen === 'auto' ? this.autoLines : Number.parseInt(this.chosen, 10);
	}

	get #qualities(): readonly string[] {
		const { offered = ['1080p', '720p', '540p', '360p', '240p'], hasAuto = true } = this.#options;
		return [...(hasAuto ? ['auto'] : []), ...offered];
	}

	get #size(): { readonly videoWidth: number; readonly videoHeight: number } {
		return { videoWidth: (this.#lines * 16) / 9, videoHeight: this.#lines };
	}

	#resize(): void {
		this.emit('resize', this.#size);
	}

	#receive(message: Asked, target: string): void {
		// The browser drops a message for another origin.
		if (target !== this.origin) return;
		this.asked.push(message);
		const { rubbish, isSilent } = this.#options;
		queueMicrotask(() => {
			if (rubbish) for (const data of rubbish) this.say(data);
			else if (!isSilent) this.#answer(message);
		});
	}

	#answer({ method, value = '' }: Asked): void {
		const answers: Readonly<Record<string, () => unknown>> = {
			ping: () => undefined,
			addEventListener: () => void this.#events.add(value),
			getPaused: () => this.isPaused,
			getVideoWidth: () => this.#size.videoWidth,
			getVideoHeight: () => this.#size.videoHeight,
			getQualities: () => this.#qualities.map((id) => ({ label: id, id, active: id === this.chosen })),
			setQuality: () => value,
		};
		const isRefused = method === 'setQuality' && (this.#options.mayBeSet === false || !this.#qualities.includes(value));
		if (isRefused) {
			this.say({ event: 'error', data: { method, name: 'TypeError', message: 'The quality is not valid.' } });
			return;
		}
		if (method === 'setQuality') this.setQuality(value);
		this.say({ method, value: answers[method]?.() });
	}
}

/** Until all answers have come. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
