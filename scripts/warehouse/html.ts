/** A chart of bars, one above the other, in units of its drawing; a label has so many letters at the most. */
const BARS = { height: 18, rowHeight: 28, labelWidth: 190, width: 420, valueWidth: 110, labelLetters: 26 } as const;
/** A chart of columns side by side, in the same units; so many of them have a label at the most. */
const COLUMNS = { height: 150, maxWidth: 56, chartWidth: 720, maxLabels: 14 } as const;

/** One bar: what it stands for, its amount, and that as a text. */
export interface Bar {
	readonly label: string;
	readonly amount: number;
	readonly text: string;
}

/** Text within HTML or SVG. */
export function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The text with `$1`, `$2` … replaced, as HTML. */
export function filled(text: string, ...figures: readonly string[]): string {
	return figures.reduce((all, figure, index) => all.replaceAll(`$${index + 1}`, escaped(figure)), escaped(text));
}

function largestOf(bars: readonly Bar[]): number {
	return Math.max(...bars.map(({ amount }) => amount), Number.MIN_VALUE);
}

/** Bars one below the other, each with its text. The table beside it is for screen readers. */
export function rowChart(bars: readonly Bar[]): string {
	const scale = BARS.width / largestOf(bars);
	const rows = bars.map(({ label, amount, text }, index) => {
		const y = index * BARS.rowHeight;
		const width = Math.max(1, amount * scale);
		const short = label.length > BARS.labelLetters ? `${label.slice(0, BARS.labelLetters - 1)}…` : label;
		return [
			`<text x="${BARS.labelWidth - 8}" y="${y + 14}" text-anchor="end">${escaped(short)}</text>`,
			`<rect x="${BARS.labelWidth}" y="${y}" width="${width.toFixed(1)}" height="${BARS.height}" rx="3"/>`,
			`<text x="${(BARS.labelWidth + width + 8).toFixed(1)}" y="${y + 14}" class="value">${escaped(text)}</text>`,
		].join('');
	});
	const size = [BARS.labelWidth + BARS.width + BARS.valueWidth, bars.length * BARS.rowHeight];
	return `<svg viewBox="0 0 ${size.join(' ')}" width="${size[0]}" aria-hidden="true">${rows.join('')}</svg>`;
}

/** Bars one beside the other, with a label below some of them. */
export function columnChart(bars: readonly Bar[]): string {
	const step = Math.min(COLUMNS.maxWidth, COLUMNS.chartWidth / bars.length);
	const scale = COLUMNS.height / largestOf(bars);
	const labelEvery = Math.ceil(bars.length / COLUMNS.maxLabels);
	const columns = bars.map(({ label, amount, text }, index) => {
		const height = Math.max(1, amount * scale);
		const x = index * step;
		const shown = index % labelEvery === 0 ? escaped(label) : '';
		return [
			`<rect x="${(x + step * 0.15).toFixed(1)}" y="${(COLUMNS.height - height).toFixed(1)}" width="${(step * 0.7).toFixed(1)}"`,
			` height="${height.toFixed(1)}" rx="3"><title>${escaped(`${label}: ${text}`)}</title></rect>`,
			`<text x="${(x + step / 2).toFixed(1)}" y="${COLUMNS.height + 18}" text-anchor="middle">${shown}</text>`,
		].join('');
	});
	const width = Math.ceil(step * bars.length);
	return `<svg viewBox="0 0 ${width} ${COLUMNS.height + 24}" width="${width}" aria-hidden="true">${columns.join('')}</svg>`;
}

/** A table whose first column names its rows; `name` is for screen readers. */
export function table(name: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
	const body = rows.map(
		([first = '', ...cells]) =>
			`<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
	);
	return `<div class="wide"><table aria-label="${escaped(name)}"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** It runs no script and sends no request, in any program. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 56rem; margin: 0 auto; padding: 1.5rem; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fbfaf7, #14181a);
	color: light-dark(#16211f, #edf1ef); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.1rem; margin: 0 0 .75rem; }
.soft { color: light-dark(#5b6865, #a3b4af); }
section { margin: 1.25rem 0; padding: 1rem 1.25rem; border: 1px solid light-dark(#e4e3dd, #2d3639); border-radius: 12px;
	background: light-dark(#fff, #1c2225); break-inside: avoid; }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 0; }
dt { color: light-dark(#5b6865, #a3b4af); }
dd { margin: 0; font-size: 1.4rem; font-weight: 600; }
dd small { display: block; font-size: .85rem; font-weight: 400; }
svg { max-width: 100%; height: auto; display: block; margin-bottom: 1rem; }
svg rect { fill: light-dark(#0b6b5f, #5fd0bd); }
svg text { fill: currentColor; font: 12px system-ui, sans-serif; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .2rem .9rem .2rem 0; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th:first-child { text-align: left; white-space: normal; }
tbody tr { border-top: 1px solid light-dark(#e4e3dd, #2d3639); }
@media print { body { padding: 0; background: none; } section { border-color: #ccc; } }`;

/** A whole page. `body` is HTML, `title` a text. */
export function htmlPage(language: string, title: string, body: string): string {
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
