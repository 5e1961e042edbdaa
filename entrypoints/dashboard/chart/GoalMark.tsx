import { i18n } from '#i18n';
import type { Axis } from './chart-axis';
import { CHART, heightOf } from './day-bars';
import type { GoalLine } from './goal-text';

/** Distance between the line and its label, in units of the drawing. */
const TEXT_GAP = 5;

/** A goal as a line across the bars; {@link GoalKey} gives its amount. */
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

/** The line's row in the legend. */
export function GoalKey({ goal }: { readonly goal: GoalLine }) {
	return (
		<li>
			<i class="goal-key" aria-hidden="true" />
			{goal.text}
		</li>
	);
}
