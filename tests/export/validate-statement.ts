import { createRequire } from 'node:module';

/** The package is CommonJS of a time before `exports`. */
const { default: validate }: { default: (statement: unknown) => readonly unknown[] } = createRequire(import.meta.url)(
	'@learninglocker/xapi-validation',
);

/** What the rules of xAPI find wrong with a statement; none for a valid one. */
export function faultsOf(statement: unknown): readonly unknown[] {
	return validate(statement);
}
