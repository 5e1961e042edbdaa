/** A queue that runs a task once those before it have ended, whether they failed or not. A call settles as its task does. */
export function createSerial() {
	let last: Promise<unknown> = Promise.resolve();
	return <Value>(task: () => Promise<Value>): Promise<Value> => {
		const run = last.then(task, task);
		last = run;
		return run;
	};
}
