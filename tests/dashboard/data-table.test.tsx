// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import type { Column } from '@/entrypoints/dashboard/table/columns';
import { DataTable } from '@/entrypoints/dashboard/table/DataTable';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, plain, read, settle } from '@/tests/components/screen';

interface Row {
	readonly name: string;
	readonly amount: number;
}

const COLUMNS: readonly Column<Row>[] = [
	{ label: 'Nom', keyOf: ({ name }) => name, render: ({ name }) => name },
	{ label: 'Dessin', render: () => '~' },
	{ label: 'Poids', keyOf: ({ amount }) => amount, render: ({ amount }) => String(amount) },
];

const ROWS: readonly Row[] = ['Écologie', 'eau', 'Chimie'].map((name, index) => ({ name, amount: 30 - index * 10 }));

/** As many rows as make a table long. */
const MANY: readonly Row[] = Array.from({ length: 9 }, (_, index) => ({ name: `Cours ${index}`, amount: 9 - index }));

async function show(rows: readonly Row[], isStill = false, rowsAtOnce?: number): Promise<void> {
	draw(() => (
		<DataTable
			titleId="title"
			columns={COLUMNS}
			rows={rows}
			idOf={({ name }) => name}
			wordsOf={({ name }) => name}
			orderedBy="Poids"
			isStill={isStill}
			rowsAtOnce={rowsAtOnce}
		/>
	));
	await settle();
}

const names = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent);
const orders = () => [...document.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'));

async function press(name: string): Promise<void> {
	control(name).click();
	await settle();
}

async function search(query: string): Promise<void> {
	const field = document.querySelector('input') as HTMLInputElement;
	field.value = query;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	await settle();
}

beforeEach(startBrowser);

describe('a table', () => {
	it('shows how its rows are sorted', async () => {
		await show(ROWS);
		expect(names()).toEqual(['Écologie', 'eau', 'Chimie']);
		expect(orders()).toEqual([null, null, 'descending']);
	});

	it('is sorted by a column, words from A to Z, then in reverse', async () => {
		await show(ROWS);
		await press('Nom');
		expect(names()).toEqual(['Chimie', 'eau', 'Écologie']);
		expect(orders()).toEqual(['ascending', null, null]);
		await press('Nom▴');
		expect(names()).toEqual(['Écologie', 'eau', 'Chimie']);
		expect(orders()).toEqual(['descending', null, null]);
		await press('Poids');
		expect(orders()).toEqual([null, null, 'descending']); // the most first
		await press('Poids▾');
		expect(names()).toEqual(['Chimie', 'eau', 'Écologie']);
	});

	it('cannot be sorted by a drawing, nor searched if it is short', async () => {
		await show(ROWS);
		expect(hasControl('Dessin')).toBe(false);
		expect(document.querySelector('input')).toBeNull();
	});

	it('can be searched if it is long, and shows how many rows were found', async () => {
		await show(MANY);
		expect(read('[role=status]')).toBe('');
		await search('cours 7');
		expect(names()).toEqual(['Cours 7']);
		expect(plain(read('[role=status]'))).toBe('1 ligne sur 9');
		await search('chimie');
		expect(names()).toEqual([]);
		expect(read('[role=status]')).toBe('Aucune ligne ne correspond');
		await search('');
		expect(names()).toHaveLength(9);
	});

	it('on paper can be neither sorted nor searched', async () => {
		await show(MANY, true);
		expect(document.querySelector('button, input')).toBeNull();
		expect(names()).toHaveLength(9);
	});

	it('shows a part of its rows at a time, and all of them while it is printed', async () => {
		await show(MANY, false, 4);
		await press('Suivants');
		const shown = names();
		expect(shown).toHaveLength(4);
		dispatchEvent(new Event('beforeprint'));
		await Promise.resolve();
		expect(names()).toHaveLength(9);
		dispatchEvent(new Event('afterprint'));
		await settle();
		expect(names()).toEqual(shown);
	});
});
