import { cappedHeightPx } from '@/utils/page/sober/cap';

/** What an embedded player of Vimeo says: an event with its `data`, or the answer to a method with its `value`. */
export interface VimeoMessage {
	readonly event?: unknown;
	readonly data?: unknown;
	readonly method?: unknown;
	readonly value?: unknown;
}

/** Sends one message to the player. */
export type Send = (method: string, value?: string) => void;

/** A waiting player has its own choice back after this: a fixed quality must not hold up a course. */
const STALL_MS = 2_000;
const AUTO = 'auto';
const EVENTS = ['playing', 'resize', 'loaded', 'qualitychange', 'bufferstart', 'bufferend'] as const;

/** The property of a value that may be anything; undefined where there is none. */
function read(value: unknown, name: string): unknown {
	return (value as Record<string, unknown> | null | undefined)?.[name];
}

/** Lines of a quality as `720p`; 0 for any other value. */
function linesOf(quality: unknown): number {
	return Number(/^(\d{3,4})p$/.exec(String(quality))?.[1] ?? 0);
}

/**
 * Keeps one embedded player of Vimeo to a limit, by its documented messages: https://github.com/vimeo/player.js, version 2.30.
 * They can only fix a quality. So it is fixed where the player’s own choice (`auto`) shows a picture above the limit, which is the
 * evidence that the bandwidth carries less; and the player has its choice back when it waits for data. A quality that the learner or
 * the page chooses, before or after, stands. It listens as long as it lives: the page may use the same events.
 */
export class VimeoPlayer {
	readonly #send: Send;
	#limitPx: number;
	#phase: 'watching' | 'asking' | 'lowered' | 'left' = 'watching';
	/** The quality that was set last by us; `auto` before. */
	#ours = AUTO;
	/** Whether the player has said that it took `#ours`. */
	#isTaken = true;
	/** Questions without an answer yet: what was not asked for is not heard. */
	readonly #awaited = new Set<unknown>();
	#widthPx = 0;
	/** Resolution of the picture: its shorter side; 0 while unknown. */
	#shownPx = 0;
	#stall: ReturnType<typeof setTimeout> | undefined;

	/** Only for a player that has answered. `limitPx` is the highest resolution to allow. */
	constructor(send: Send, limitPx: number) {
		this.#send = send;
		this.#limitPx = limitPx;
		for (const event of EVENTS) send('addEventListener', event);
		this.#ask('getPaused');
	}

	receive(message: VimeoMessage): void {
		if (this.#phase === 'left') return;
		if (message.event !== undefined) this.#onEvent(message.event, message.data);
		else this.#onAnswer(message.method, message.value);
	}

	limit(limitPx: number): void {
		if (limitPx === this.#limitPx) return;
		this.#limitPx = limitPx;
		if (this.#phase === 'left') return;
		this.release();
		this.#watch();
	}

	/** Lets the player choose for itself again. */
	release(): void {
		clearTimeout(this.#stall);
		if (this.#phase !== 'left' && this.#ours !== AUTO) this.#set(AUTO);
	}

	/** Stops acting on the player, whose quality stays as it is. */
	leave(): void {
		clearTimeout(this.#stall);
		this.#phase = 'left';
	}

	#onEvent(event: unknown, data: unknown): void {
		if (event === 'qualitychange') this.#onQuality(read(data, 'quality'));
		else if (event === 'error' && read(data, 'method') === 'setQuality' && !this.#isTaken) this.leave();
		else if (event === 'loaded') this.#watch();
		else if (event === 'playing') this.#measure();
		else if (event === 'resize') this.#consider(read(data, 'videoWidth'), read(data, 'videoHeight'));
		else if (event === 'bufferend') clearTimeout(this.#stall);
		else if (event === 'bufferstart' && this.#ours !== AUTO) {
			clearTimeout(this.#stall);
			this.#stall = setTimeout(() => {
				this.release();
				this.leave();
			}, STALL_MS);
		}
	}

	#onAnswer(method: unknown, value: unknown): void {
		if (method === 'setQuality') this.#onQuality(value);
		else if (!this.#awaited.delete(method)) return;
		else if (method === 'getPaused' && value === false) this.#measure();
		else if (method === 'getVideoWidth') this.#widthPx = Number(value);
		else if (method === 'getVideoHeight') this.#consider(this.#widthPx, value);
		else if (method === 'getQualities' && this.#phase === 'asking') this.#choose(value);
	}

	#ask(question: string): void {
		if (this.#awaited.has(question)) return;
		this.#awaited.add(question);
		this.#send(question);
	}

	/** Another video, or another limit. */
	#watch(): void {
		this.#phase = 'watching';
		this.#ask('getPaused');
	}

	/** Before a video plays, the player would name the highest resolution that there is. */
	#measure(): void {
		if (this.#phase !== 'watching') return;
		this.#ask('getVideoWidth');
		this.#ask('getVideoHeight');
	}

	#consider(widthPx: unknown, heightPx: unknown): void {
		const shownPx = Math.min(Number(widthPx), Number(heightPx));
		if (this.#phase !== 'watching' || !this.#isTaken || !(shownPx > this.#limitPx)) return;
		this.#shownPx = shownPx;
		this.#phase = 'asking';
		this.#ask('getQualities');
	}

	/** The player’s list: `[{ id: 'auto', active: true }, { id: '1080p', active: false }, …]`. On phones it has no `auto`. */
	#choose(list: unknown): void {
		const qualities: readonly unknown[] = Array.isArray(list) ? list : [];
		const active = read(
			qualities.find((quality) => read(quality, 'active') === true),
			'id',
		);
		if (this.#ours !== AUTO && active === this.#ours) {
			this.#phase = 'lowered';
			return;
		}
		if (active !== AUTO) {
			this.leave();
			return;
		}
		const offered = qualities.map((quality) => linesOf(read(quality, 'id')));
		const lines = cappedHeightPx(offered, 0, this.#limitPx) ?? Number.POSITIVE_INFINITY;
		this.#phase = 'watching';
		if (lines >= this.#shownPx) return;
		this.#phase = 'lowered';
		this.#set(`${lines}p`);
	}

	#set(quality: string): void {
		this.#ours = quality;
		this.#isTaken = false;
		this.#send('setQuality', quality);
	}

	/** A quality was set: ours, or that of the learner or the page. */
	#onQuality(quality: unknown): void {
		if (quality !== this.#ours) this.leave();
		else if (!this.#isTaken) {
			this.#isTaken = true;
			if (this.#phase === 'watching') this.#ask('getPaused');
		}
	}
}
