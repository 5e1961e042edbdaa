import { describe, expect, it } from 'vitest';
import { orderRows, searchRows } from '@/entrypoints/dashboard/table/table-order';

describe('rows', () => {
	const names = ['Zoologie', 'Écologie', 'cours 10', 'Cours 2', 'eau'];

	it.each([
		['ascending', ['Cours 2', 'cours 10', 'eau', 'Écologie', 'Zoologie']],
		['descending', ['Zoologie', 'Écologie', 'eau', 'cours 10', 'Cours 2']],
	] as const)('come by the French alphabet, and by numbers within words, %s', (direction, ordered) => {
		expect(orderRows(names, (name) => name, direction, 'fr')).toEqual(ordered);
	});

	it('come by their figures, equal ones as they were', () => {
		const rows = [
			{ id: 'a', amount: 5 },
			{ id: 'b', amount: 12 },
			{ id: 'c', amount: 5 },
		];
		const ids = (direction: 'ascending' | 'descending') =>
			orderRows(rows, ({ amount }) => amount, direction, 'fr').map(({ id }) => id);
		expect(ids('ascending')).toEqual(['a', 'c', 'b']);
		expect(ids('descending')).toEqual(['b', 'a', 'c']);
	});

	it.each([
		['', names],
		['  ', names],
		['ecologie', ['Écologie']],
		['COURS', ['cours 10', 'Cours 2']],
		['10 cours', ['cours 10']],
		['chimie', []],
	])('are found by "%s", whatever its case, accents and order', (query, found) => {
		expect(searchRows(names, (name) => name, query)).toEqual(found);
	});
});
