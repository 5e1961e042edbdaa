import { writeFileSync } from 'node:fs';
import type { Bidi } from './bidi.ts';
import { remoteExpression } from './bidi.ts';
import type { Frame, Page } from './driver.ts';
import { centreOf } from './element.ts';
import { until, WAIT_TIMEOUT_MS } from './wait.ts';

/** A tab that also gives its BiDi context, for the driver. */
export interface FirefoxPage extends Page {
	readonly context: string;
}

interface ContextTree {
	context: string;
	url: string;
	children: ContextTree[];
}

/** A tab of Firefox. */
export function firefoxPage(bidi: Bidi, context: string): FirefoxPage {
	const frame = firefoxFrame(bidi, context);
	return {
		...frame,
		context,
		async goto(url) {
			await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
		},
		async click(selector) {
			const point = await until(() => frame.evaluate(centreOf, selector), `${selector} to click on`);
			const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } };
			const actions = [
				{ type: 'pointerMove', ...point },
				{ type: 'pointerDown', button: 0 },
				{ type: 'pointerUp', button: 0 },
			];
			await bidi.send('input.performActions', { context, actions: [{ ...pointer, actions }] });
		},
		async screenshot(path, { fullPage = false } = {}) {
			const origin = fullPage ? 'document' : 'viewport';
			const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context, origin });
			writeFileSync(path, Buffer.from(data, 'base64'));
		},
		async setViewport(width, height) {
			await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
		},
		async frames() {
			const [tree] = (await bidi.send<{ contexts: ContextTree[] }>('browsingContext.getTree', { root: context }))
				.contexts;
			return below(tree?.children ?? []).map((child) => firefoxFrame(bidi, child.context));
		},
		async bringToFront() {
			await bidi.send('browsingContext.activate', { context });
		},
		async close() {
			await bidi.send('browsingContext.close', { context });
		},
	};
}

function firefoxFrame(bidi: Bidi, context: string): Frame {
	const evaluate: Frame['evaluate'] = (what, ...args) => bidi.evaluate(context, remoteExpression(what as string, args));
	return {
		evaluate,
		async waitFor(what, timeoutMs = WAIT_TIMEOUT_MS) {
			await until(() => evaluate(what), String(what), timeoutMs);
		},
		url: () => evaluate('location.href'),
	};
}

function below(trees: readonly ContextTree[]): ContextTree[] {
	return trees.flatMap((tree) => [tree, ...below(tree.children)]);
}
