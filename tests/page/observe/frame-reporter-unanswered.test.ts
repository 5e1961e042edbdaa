// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinWorlds } from '@/tests/page/channel-rig';
import { showTab } from '@/tests/page/media/fake-video';
import type { FrameOpen, SentReport } from '@/utils/core/schema/frame-report';
import { PAGE_WORLD } from '@/utils/page/channel/events';
import { TakenChannel } from '@/utils/page/channel/take';
import type { FrameReporter } from '@/utils/page/observe/frame-reporter';

interface Message {
	readonly type: string;
	readonly request: FrameOpen & SentReport;
	/** Answers it with its own visit. */
	readonly answer: () => void;
}

let messages: Message[];
let reporter: FrameReporter;

/** A page that loads, and a background that answers only when the test says so. */
beforeEach(() => {
	vi.useFakeTimers();
	vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
	history.replaceState(null, '', '/start');
	messages = [];
	const sendMessage = (message: Omit<Message, 'answer'>) =>
		new Promise((resolve) => {
			const value = { visitId: message.request?.visitId, isFullyVisible: false, isFromNow: false, wanted: [] };
			messages.push({ ...message, answer: () => resolve({ ok: true, value }) });
		});
	vi.stubGlobal('browser', { runtime: { id: 'sobrio', sendMessage, onMessage: { addListener: vi.fn() } } });
});
afterEach(() => {
	reporter.stop();
	showTab('visible');
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.resetModules();
	vi.useRealTimers();
});

async function begin(channel = joinWorlds().taken) {
	const module = await import('@/utils/page/observe/frame-reporter');
	reporter = new module.FrameReporter(channel);
	await vi.advanceTimersByTimeAsync(0);
}
function leave(persisted: boolean): void {
	dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
	showTab('hidden');
}
function comeBack(): void {
	showTab('visible');
	dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
}
async function goTo(route: string): Promise<void> {
	history.pushState(null, '', route);
	dispatchEvent(new Event('popstate'));
	await vi.advanceTimersByTimeAsync(0);
}
/** Answers the messages so far. */
async function answerAll(): Promise<void> {
	for (const { answer } of messages) answer();
	await vi.advanceTimersByTimeAsync(0);
}
const types = () => messages.map(({ type }) => type);
const openings = () => messages.filter(({ type }) => type === 'frame/open');
const reports = () => messages.filter(({ type }) => type === 'frame/report').map(({ request }) => request);

describe('a page that is left before the background has answered its opening', () => {
	it('sends its only report behind it', async () => {
		await begin();
		await vi.advanceTimersByTimeAsync(2_000);
		leave(false);
		expect(types()).toEqual(['frame/open', 'frame/report']);
		const [opening, report] = messages.map(({ request }) => request);
		expect(report).toMatchObject({ visitId: opening?.visitId, frameId: opening?.frameId, isLeaving: true });
	});

	it('says whether it has frames, which do not observe yet', async () => {
		vi.stubGlobal('length', 1);
		await begin();
		leave(true);
		comeBack();
		await answerAll();
		await answerAll();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(reports().map(({ hasUnheardFrames }) => hasUnheardFrames)).toEqual([true, false]);
	});

	it('sends none where its site has no hooks, since it may not be followed', async () => {
		await begin(new TakenChannel(PAGE_WORLD));
		leave(false);
		expect(types()).toEqual(['frame/open']);
	});

	it('and comes back, reports under its new visit, though the first is answered last', async () => {
		await begin();
		leave(true);
		comeBack();
		messages[1]?.answer();
		await vi.advanceTimersByTimeAsync(0);
		expect(types()).toEqual(['frame/open', 'frame/report', 'frame/open']);
		const [first, second] = openings();
		second?.answer();
		await vi.advanceTimersByTimeAsync(0);
		first?.answer();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(reports().map(({ visitId }) => visitId)).toEqual([first?.request.visitId, second?.request.visitId]);
	});
});

describe('a page that shows another route before the background has answered', () => {
	it('reports the first under its own visit, then opens another', async () => {
		await begin();
		await vi.advanceTimersByTimeAsync(1_000);
		await goTo('/lesson');
		expect(types()).toEqual(['frame/open', 'frame/report']);
		await answerAll();
		const [first, second] = openings();
		expect(reports()).toMatchObject([{ visitId: first?.request.visitId, isLeaving: false }]);
		expect(second?.request.visitId).not.toBe(first?.request.visitId);
		second?.answer();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(reports().at(-1)).toMatchObject({ visitId: second?.request.visitId });
	});

	it('reports the second under its own visit, too, if that is not answered either', async () => {
		await begin();
		await vi.advanceTimersByTimeAsync(1_000);
		await goTo('/lesson');
		await answerAll();
		await goTo('/quiz');
		const [first, second] = openings();
		expect(reports().map(({ visitId }) => visitId)).toEqual([first?.request.visitId, second?.request.visitId]);
	});
});
