/** Runs a task once those before it have ended, whether they failed or not. Settles as the task does. */
export type Serial = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** A queue that runs tasks one after another. */
export function createSerial(): Serial {
	let last: Promise<unknown> = Promise.resolve();
	return <Value>(task: () => Promise<Value>) => {
		const run = last.then(task, task);
		last = run;
		return run;
	};
}
