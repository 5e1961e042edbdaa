import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Bidi } from './bidi.ts';
import { remoteExpression } from './bidi.ts';
import type { Frame, Tab } from './driver.ts';
import { centreOf } from './element.ts';
import { until, WAIT_TIMEOUT_MS } from './wait.ts';

/** A tab that also gives its BiDi context, for the driver. */
export interface FirefoxPage extends Tab {
	readonly context: string;
}

/** Keys without a character, as WebDriver writes them: https://w3c.github.io/webdriver/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = { Tab: '\uE004', Enter: '\uE007', ArrowDown: '\uE015' };

const A4_CM = { width: 21, height: 29.7 };

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
		async chooseFiles(selector, paths) {
			const { result } = await bidi.send<{ result: { sharedId: string } }>('script.evaluate', {
				expression: `document.querySelector(${JSON.stringify(selector)})`,
				target: { context },
				awaitPromise: false,
			});
			await bidi.send('input.setFiles', { context, element: { sharedId: result.sharedId }, files: paths });
		},
		async press(key) {
			const value = KEYS[key] ?? key;
			const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
			await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
		},
		async print() {
			const { data } = await bidi.send<{ data: string }>('browsingContext.print', {
				context,
				background: true,
				page: A4_CM,
			});
			return Buffer.from(data, 'base64');
		},
		async drop(paths) {
			const files = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
			await frame.evaluate(dropAll, files);
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

/** Runs in the page, so it stands alone. */
function dropAll(files: readonly { readonly name: string; readonly text: string }[]): void {
	const dataTransfer = new DataTransfer();
	for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
	for (const type of ['dragover', 'drop']) {
		document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
	}
}
