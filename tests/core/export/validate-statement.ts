import validate from '@learninglocker/xapi-validation';

/** What the rules of xAPI find wrong with a statement; none for a valid one. */
export function faultsOf(statement: unknown): readonly unknown[] {
	return validate(statement);
}
