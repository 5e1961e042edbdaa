import { pageFormat } from '@/components/layout/page-format';
import { partText } from './chart-measures';
import { CHART, type DayBar } from './day-bars';

/** Distance between a bar and its details, in units of the drawing. */
const DETAILS_GAP = 22;

/** A length of the drawing as a share of its width, for elements placed over it. */
export function shareOfWidth(length: number): string {
	return `${(length / CHART.width) * 100}%`;
}

/** A day's figures, on the side of its bar that has room. */
export function DayDetails({ bar }: { readonly bar: DayBar }) {
	const format = pageFormat();
	const isLeft = bar.x < CHART.width / 2;
	const edge = isLeft ? bar.x + bar.width + DETAILS_GAP : CHART.width - bar.x + DETAILS_GAP;
	return (
		<div class="tooltip" style={{ [isLeft ? 'left' : 'right']: shareOfWidth(edge) }}>
			<strong>{format.date(bar.day)}</strong>
			<span>{bar.text}</span>
			<ul class="legend">
				{bar.parts
					.filter(({ text }) => text !== null)
					.map(({ name, text }) => (
						<li key={name}>
							<i data-kind={name} />
							{partText(name)} {text}
						</li>
					))}
			</ul>
		</div>
	);
}
