import { quietly } from '@/utils/page/quietly';
import { type VimeoMessage, VimeoPlayer } from '@/utils/page/sober/embedded/vimeo';

/** The only origin that gets messages, and whose messages are read. */
const ORIGIN = 'https://player.vimeo.com';
const ADDRESS = `${ORIGIN}/video/`;
/** The messages that are read are shorter. Characters. */
const MAX_LENGTH = 20_000;

/** Keeps to a limit the embedded players of Vimeo that the document itself holds, once they have answered. */
export class EmbeddedQuality {
	#players = new WeakMap<HTMLIFrameElement, VimeoPlayer>();
	#limitPx = 0;
	#listening: AbortController | null = null;

	/** Starts, or changes the limit: the highest resolution to allow. */
	start(limitPx: number): void {
		this.#limitPx = limitPx;
		if (this.#listening) {
			for (const frame of vimeoFrames()) this.#players.get(frame)?.limit(limitPx);
			return;
		}
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		addEventListener('message', (event) => quietly(() => this.#onMessage(event)), { signal });
		const onLoad = ({ target }: Event) => quietly(() => isVimeo(target) && this.#greet(target));
		document.addEventListener('load', onLoad, { capture: true, signal });
		for (const frame of vimeoFrames()) quietly(() => this.#greet(frame));
	}

	/** Lets every player choose for itself again. */
	stop(): void {
		if (!this.#listening) return;
		this.#listening.abort();
		this.#listening = null;
		for (const frame of vimeoFrames()) quietly(() => this.#players.get(frame)?.release());
		this.#players = new WeakMap();
	}

	/** Asks for the sign of life that a player’s own library asks for. A frame that has not loaded would report an error. */
	#greet(frame: HTMLIFrameElement): void {
		if (frame.contentDocument === null && !this.#players.has(frame)) send(frame, 'ping');
	}

	#onMessage({ origin, source, data }: MessageEvent): void {
		if (origin !== ORIGIN || source === null) return;
		const frame = vimeoFrames().find(({ contentWindow }) => contentWindow === source);
		const message = frame && messageOf(data);
		if (!frame || !message) return;
		const player = this.#players.get(frame);
		// Another document of the frame begins with `ready`.
		if (message.event === 'ready' || (message.method === 'ping' && !player)) {
			player?.leave();
			const sendToFrame = (method: string, value?: string) => send(frame, method, value);
			this.#players.set(frame, new VimeoPlayer(sendToFrame, this.#limitPx));
		} else player?.receive(message);
	}
}

function isVimeo(target: unknown): target is HTMLIFrameElement {
	return target instanceof HTMLIFrameElement && target.src.startsWith(ADDRESS);
}

function vimeoFrames(): readonly HTMLIFrameElement[] {
	return [...document.getElementsByTagName('iframe')].filter(isVimeo);
}

function send(frame: HTMLIFrameElement, method: string, value?: string): void {
	if (isVimeo(frame)) frame.contentWindow?.postMessage({ method, ...(value !== undefined && { value }) }, ORIGIN);
}

/** A player’s message, which is an object or its JSON; null for anything else. Firefox wraps objects of the page: they are copied. */
function messageOf(data: unknown): VimeoMessage | null {
	const json = typeof data === 'string' ? data : JSON.stringify(data);
	if (typeof json !== 'string' || json.length > MAX_LENGTH) return null;
	const message: unknown = JSON.parse(json);
	return typeof message === 'object' ? message : null;
}
