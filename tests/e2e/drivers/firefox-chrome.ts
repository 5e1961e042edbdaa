import { type FirefoxConnection, remoteExpression } from './firefox-connection.ts';

/** Runs code in Firefox's own window, with system privileges; needs `--remote-allow-system-access`. */
export interface FirefoxChrome {
	/** The body of an async function; `extension` is ours, `args` what was passed. */
	run<Value>(body: string, ...args: readonly unknown[]): Promise<Value>;
	/** Evaluates in a document that WebDriver does not list (popup, background): `browserBody` returns its `<browser>`. */
	evaluateIn<Value>(
		browserBody: string,
		what: string | ((...args: never[]) => unknown),
		args: readonly unknown[],
	): Promise<Value>;
}

/** The scope of the first browser window. */
export async function firefoxChrome(connection: FirefoxConnection, extensionId: string): Promise<FirefoxChrome> {
	const tree = await connection.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
		'moz:scope': 'chrome',
	});
	const context = tree.contexts[0]?.context;
	if (!context) throw new Error('Firefox has no window.');

	function run<Value>(body: string, ...args: readonly unknown[]): Promise<Value> {
		const find = `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}) ?? {};`;
		return connection.evaluate(
			context as string,
			remoteExpression(`(async (...args) => { ${find} ${body} })(...${JSON.stringify(args)})`, []),
		);
	}

	return {
		run,
		async evaluateIn(browserBody, what, args) {
			const answer = await run<{ error?: string; json?: string }>(
				`const browser = await (async () => { ${browserBody} })(); ${RUN_FRAME_SCRIPT}`,
				remoteExpression(what, args),
			);
			if (answer.error) throw new Error(answer.error);
			return answer.json === undefined ? undefined : JSON.parse(answer.json);
		},
	};
}

/**
 * Sends the expression `args[0]` to the process of `browser` and returns its answer. A sandbox over the document runs it
 * with the document's own rights and globals, and without its CSP.
 */
const RUN_FRAME_SCRIPT = `
	const reply = 'sobrio-driver-' + Math.random();
	const script = '(' + async function (expression, name) {
		const answer = {};
		const userInput = content.windowUtils.setHandlingUserInput(true);
		try {
			const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
			const pending = Cu.evalInSandbox(expression, sandbox);
			userInput.destruct();
			answer.json = await pending;
		} catch (error) {
			answer.error = String(error);
		}
		sendAsyncMessage(name, answer);
	} + ')(' + JSON.stringify(args[0]) + ', ' + JSON.stringify(reply) + ')';
	const manager = browser.messageManager;
	const answer = new Promise((resolve) => {
		manager.addMessageListener(reply, function listen({ data }) {
			manager.removeMessageListener(reply, listen);
			resolve(data);
		});
	});
	manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
	return await answer;
`;
