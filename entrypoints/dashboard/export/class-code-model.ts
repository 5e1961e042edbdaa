import { signal } from '@preact/signals-core';
import { parseClassCode } from '@/utils/core/export/class-code';
import { readClassCode, saveClassCode } from '@/utils/settings/class-code';

/** The class code that the learner enters; `onChange` is called once it is saved or removed. */
export function createClassCodeModel(onChange: () => Promise<void>) {
	const code = signal<string | null>(null);
	/** What became of the last form. */
	const status = signal<'idle' | 'invalid' | 'saved'>('idle');

	async function load(): Promise<void> {
		code.value = await readClassCode();
	}

	async function change(next: string | null): Promise<void> {
		await saveClassCode(next);
		await load();
		await onChange();
		status.value = next === null ? 'idle' : 'saved';
	}

	/** `typed` is the text entered. */
	async function save(typed: string): Promise<void> {
		const parsed = parseClassCode(typed);
		if (parsed === null) status.value = 'invalid';
		else await change(parsed);
	}

	return { code, status, load, save, remove: () => change(null) };
}

export type ClassCodeModel = ReturnType<typeof createClassCodeModel>;
