/**
 * Runs in the popup or the panel: the legend of a page that has all types of content, by their names, each with the same figure. Returns
 * the texts that are cut or that need a second line.
 */
export function cutLegendTexts(names: Readonly<Record<string, string>>, figure: string): readonly string[] {
	const card = document.createElement('section');
	card.className = 'card page';
	const legend = document.createElement('ul');
	legend.className = 'legend';
	const cells = Object.entries(names).map(([kind, name]) => {
		const cell = document.createElement('li');
		cell.dataset.kind = kind;
		cell.append(document.createElement('i'), `${name} ${figure}`);
		return cell;
	});
	legend.append(...cells);
	card.append(legend);
	document.querySelector('main')?.prepend(card);
	const [lineHeightPx, rowGapPx] = [1.4 * Number.parseFloat(getComputedStyle(legend).fontSize), 1];
	const cut = cells
		.filter((cell) => cell.scrollWidth > cell.clientWidth || cell.clientHeight > lineHeightPx + rowGapPx)
		.map(({ textContent }) => textContent ?? '');
	card.remove();
	return cut;
}
