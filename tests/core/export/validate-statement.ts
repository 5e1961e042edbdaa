import validate from '@learninglocker/xapi-validation';

/** Violations of the xAPI specification in a statement; empty for a valid one. */
export function faultsOf(statement: unknown): readonly unknown[] {
	return validate(statement);
}
