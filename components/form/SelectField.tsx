import './field.css';
import { i18n } from '#i18n';

export interface SelectFieldProps<Value extends string> {
	readonly id: string;
	readonly label: string;
	readonly value: Value;
	/** Values with their wording, in order of display. */
	readonly options: readonly (readonly [Value, string])[];
	/** True when the organisation has set it. */
	readonly isFixed?: boolean;
	/** A line below the field; null for none. */
	readonly hint?: string | null;
	readonly onChange: (value: Value) => void;
}

/** One choice among several; none is selected for a value that is not an option. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
	const { id, label, value, options, isFixed = false, onChange } = props;
	const hint = isFixed ? i18n.t('profile.managed') : props.hint;
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<select
				id={id}
				value={value}
				disabled={isFixed}
				aria-describedby={hint ? `${id}-hint` : undefined}
				onChange={({ currentTarget }) => {
					const chosen = options.find(([option]) => option === currentTarget.value);
					if (chosen) onChange(chosen[0]);
				}}
			>
				{options.map(([option, text]) => (
					<option key={option} value={option} selected={option === value}>
						{text}
					</option>
				))}
			</select>
			{hint && (
				<small id={`${id}-hint`} class="soft">
					{hint}
				</small>
			)}
		</div>
	);
}
