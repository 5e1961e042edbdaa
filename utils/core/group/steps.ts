/** Runs steps to their end without a pause. */
export function finish<Result>(steps: Generator<unknown, Result>): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
