// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ClassCodeCard } from '@/entrypoints/dashboard/export/ClassCodeCard';
import { createClassCodeModel } from '@/entrypoints/dashboard/export/class-code-model';
import { ClassCodeMaker } from '@/entrypoints/dashboard/group/ClassCodeMaker';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { parseClassCode, spelled } from '@/utils/core/export/class-code';
import { makeClassCode, readClassCode, saveClassCode } from '@/utils/settings/class-code';

const input = () => document.querySelector('input') as HTMLInputElement;

async function turns(): Promise<void> {
	for (let turn = 0; turn < 8; turn++) await settle();
}

/** Shows the card; returns what is called when the code changes. */
async function open(isOverruled = false) {
	const onChange = vi.fn(async () => {});
	const model = createClassCodeModel(onChange);
	await model.load();
	draw(() => <ClassCodeCard model={model} isOverruled={isOverruled} />);
	return onChange;
}

async function enter(text: string): Promise<void> {
	input().value = text;
	document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
	await turns();
}

beforeEach(startBrowser);

describe('the class code', () => {
	it('that a trainer makes is one that a learner can enter, and is stored nowhere', async () => {
		draw(() => <ClassCodeMaker />);
		control('Créer un code de classe').click();
		await turns();
		const made = parseClassCode(input().value);
		expect(made).not.toBeNull();
		expect(await readClassCode()).toBeNull();
		control('Créer un code de classe').click();
		await turns();
		expect(parseClassCode(input().value)).not.toBe(made);
	});

	it('is saved as it was entered, changes the codes at once, and is removed', async () => {
		const code = makeClassCode();
		const onChange = await open();
		expect(hasControl('Le supprimer')).toBe(false);
		await enter(spelled(code).toUpperCase());
		expect([await readClassCode(), read('#class-code-status')]).toEqual([code, 'Enregistré.']);
		expect(input().value).toBe(spelled(code));
		control('Le supprimer').click();
		await turns();
		expect([await readClassCode(), read('#class-code-status'), input().value]).toEqual([null, '', '']);
		expect(onChange).toHaveBeenCalledTimes(2);
	});

	it('with a slip is refused, and nothing is saved', async () => {
		const onChange = await open();
		await enter(`${spelled(makeClassCode())}7`);
		expect(read('#class-code-status')).toContain('Ce n’est pas un code de classe');
		expect([await readClassCode(), onChange.mock.calls.length]).toEqual([null, 0]);
	});

	it('comes after the codes of an organisation, and says so', async () => {
		await saveClassCode(makeClassCode());
		await open(true);
		expect(read('#class-code-status')).toBe(
			'Vous avez accepté les codes de cours de votre organisation : ils passent d’abord.',
		);
	});
});
