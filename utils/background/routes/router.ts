import type { MessageSender } from '@/utils/browser/browser';
import { type FrameReport, parseFrameReport } from '@/utils/core/measure/frame-report';
import type { FrameMessages, FrameReply, FrameSender } from '@/utils/core/schema/frame-messages';
import { type FrameOpen, parseFrameOpen, parseSoberReport, type SoberReport } from '@/utils/core/schema/frame-report';
import { type PageMessage, type PageMessages, parsePageMessage, type Reply } from '@/utils/core/schema/page-messages';

/** The handler of each page message. What one without a value to reply returns is of no meaning to the page. */
export type PageHandlers = {
	readonly [Type in keyof PageMessages]: (
		request: PageMessages[Type]['request'],
	) => Promise<Handled<PageMessages[Type]['value']>> | Handled<PageMessages[Type]['value']>;
};
type Handled<Value> = Value extends null ? unknown : Value;

/** The handlers of frame messages. `tabUrl` is the address that the tab shows; '' where the browser does not show it, since its host is not granted. */
export interface FrameHandlers {
	open(sender: FrameSender, report: FrameOpen, tabUrl: string): FrameReply | Promise<FrameReply>;
	/** The frame contains media. */
	media(sender: FrameSender): void;
	/** The frame lacks the hooks in the page's own world. */
	hooks(sender: FrameSender): void;
	/** The same for those of sober mode. */
	soberHooks(sender: FrameSender, tabUrl: string): void;
	report(sender: FrameSender, report: FrameReport, tabUrl: string): FrameReply;
	/** The effects of sober mode that apply in a tab. */
	soberEffects(sender: FrameSender, tabUrl: string): string;
	soberReport(sender: FrameSender, report: SoberReport): null;
	/** The language chosen for Sobrio, or else the browser's. */
	language(): Promise<string>;
}

const FRAME_TYPES = [
	'frame/open',
	'frame/media',
	'frame/hooks',
	'frame/report',
	'sober/open',
	'sober/hooks',
	'sober/report',
	'sober/language',
] as const;
type FrameType = keyof FrameMessages;

const BAD_REQUEST: Reply<never> = { ok: false, error: 'bad-request' };
const NOT_ALLOWED: Reply<never> = { ok: false, error: 'not-allowed' };

/** Answers messages: checks the sender, then the shape, then calls the handler. Uses no browser interface, so it is tested without one. */
export class Router {
	readonly #extensionId: string;
	readonly #extensionUrl: string;
	readonly #pages: PageHandlers;
	readonly #frames: FrameHandlers;

	constructor(extensionId: string, extensionUrl: string, pages: PageHandlers, frames: FrameHandlers) {
		this.#extensionId = extensionId;
		this.#extensionUrl = extensionUrl;
		this.#pages = pages;
		this.#frames = frames;
	}

	async answer(message: unknown, sender: MessageSender): Promise<Reply<unknown>> {
		if (sender.id !== this.#extensionId) return NOT_ALLOWED;
		const { type, request } = (message ?? {}) as { type?: unknown; request?: unknown };
		if (FRAME_TYPES.some((known) => known === type)) return this.#answerFrame(type as FrameType, request, sender);
		if (!sender.url?.startsWith(this.#extensionUrl)) return NOT_ALLOWED;
		const parsed = parsePageMessage(message);
		return parsed ? this.#answerPage(parsed) : BAD_REQUEST;
	}

	async #answerFrame(type: FrameType, request: unknown, sender: MessageSender): Promise<Reply<FrameReply | string>> {
		const { id: tabId, url: tabUrl = '' } = sender.tab ?? {};
		if (tabId === undefined || sender.url === undefined) return NOT_ALLOWED;
		const { documentId, origin } = sender as { documentId?: string; origin?: string };
		const frame: FrameSender = {
			tabId,
			frameNumber: sender.frameId ?? 0,
			url: sender.url,
			...(sender.url.startsWith('http') ? {} : { origin }),
			documentId: documentId ?? null,
			isTop: sender.frameId === 0,
		};
		if (type === 'frame/open') {
			const report = parseFrameOpen(request);
			return report ? { ok: true, value: await this.#frames.open(frame, report, tabUrl) } : BAD_REQUEST;
		}
		if (type === 'frame/media' || type === 'frame/hooks' || type === 'sober/hooks') {
			if (type === 'frame/media') this.#frames.media(frame);
			else if (type === 'frame/hooks') this.#frames.hooks(frame);
			else this.#frames.soberHooks(frame, tabUrl);
			return { ok: true, value: null };
		}
		if (type === 'sober/open') return { ok: true, value: this.#frames.soberEffects(frame, tabUrl) };
		if (type === 'sober/language') return { ok: true, value: await this.#frames.language() };
		if (type === 'sober/report') {
			const report = parseSoberReport(request);
			return report ? { ok: true, value: this.#frames.soberReport(frame, report) } : BAD_REQUEST;
		}
		const report = parseFrameReport(request);
		return report ? { ok: true, value: this.#frames.report(frame, report, tabUrl) } : BAD_REQUEST;
	}

	async #answerPage({ type, request }: PageMessage): Promise<Reply<unknown>> {
		try {
			const handle = this.#pages[type] as (request: unknown) => unknown;
			return { ok: true, value: (await handle(request)) ?? null };
		} catch {
			return { ok: false, error: 'store-failed' };
		}
	}
}
