import { i18n } from '#i18n';
import type { Axis } from './chart-axis';
import { CHART, heightOf } from './day-bars';
import type { GoalLine } from './goal-text';

/** Room between the line and its words, in units of the drawing. */
const TEXT_GAP = 5;

/** A goal across the bars of a drawing, named above it at the end; {@link GoalKey} says how much it is. */
export function GoalMark({ goal, axis }: { readonly goal: GoalLine; readonly axis: Axis }) {
	const y = heightOf(goal.amount, axis);
	const end = CHART.width - CHART.right;
	return (
		<g class="goal">
			<line x1={CHART.left} x2={end} y1={y} y2={y} />
			<text x={end} y={y - TEXT_GAP} text-anchor="end">
				{i18n.t('goal.mark')}
			</text>
		</g>
	);
}

/** The line among what the colours of a drawing mean. */
export function GoalKey({ goal }: { readonly goal: GoalLine }) {
	return (
		<li>
			<i class="goal-key" aria-hidden="true" />
			{goal.text}
		</li>
	);
}
