import type { SoberAction } from './effects';

/** The effects and actions named in a text, joined by commas. */
export function readActions(value: unknown): readonly SoberAction[] {
	return typeof value === 'string' ? (value.split(',') as SoberAction[]) : [];
}
