import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NumberField } from '@/components/form/NumberField';
import { SelectField } from '@/components/form/SelectField';
import { GOAL_KINDS, type Goal, type GoalKind, MOST_WEEKLY } from '@/utils/core/schema/settings';

const NONE = 'none';
const CHOICES = [NONE, ...GOAL_KINDS] as const;

export interface GoalFormProps {
	/** Null for none. */
	readonly goal: Goal | null;
	readonly onChange: (goal: Goal | null) => void;
}

/** The user's weekly limit: none until they enter an amount; a removed one can be put back. */
export function GoalForm({ goal, onChange }: GoalFormProps) {
	const [chosen, setChosen] = useState<GoalKind | null>(null);
	const [removed, setRemoved] = useState<Goal | null>(null);
	const kind = goal?.kind ?? chosen;

	function choose(next: GoalKind | null): void {
		if (goal) {
			setRemoved(goal);
			onChange(null);
		}
		setChosen(next);
	}

	function write(amount: number | null): void {
		if (kind === null || amount === null) choose(kind);
		else onChange({ kind, weeklyAmount: amount });
	}

	return (
		<form class="card profile" aria-labelledby="goal-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="goal-title">{i18n.t('goal.title')}</h2>
			<p class="soft">{i18n.t('goal.about')}</p>
			<SelectField<GoalKind | typeof NONE>
				id="goal-kind"
				label={i18n.t('goal.kind')}
				value={kind ?? NONE}
				options={CHOICES.map((each) => [each, i18n.t(`goal.kinds.${each}`)])}
				onChange={(next) => choose(next === NONE ? null : next)}
			/>
			{kind && (
				<NumberField
					key={kind}
					id="goal-amount"
					label={i18n.t(`goal.amount.${kind}`)}
					hint={i18n.t(`goal.hint.${kind}`)}
					value={goal?.weeklyAmount ?? null}
					min={1}
					max={MOST_WEEKLY[kind]}
					onChange={write}
				/>
			)}
			<div class="state">
				{goal ? (
					<button type="button" onClick={() => choose(null)}>
						{i18n.t('goal.remove')}
					</button>
				) : (
					removed && (
						<button type="button" onClick={() => onChange(removed)}>
							{i18n.t('goal.undo')}
						</button>
					)
				)}
				<p role="status">{!goal && removed ? i18n.t('goal.removed') : ''}</p>
			</div>
		</form>
	);
}
