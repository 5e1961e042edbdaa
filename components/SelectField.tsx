export interface SelectFieldProps<Value extends string> {
	readonly id: string;
	readonly label: string;
	readonly value: Value;
	/** Values with their wording, in order of display. */
	readonly options: readonly (readonly [Value, string])[];
	readonly onChange: (value: Value) => void;
}

/** One choice among several. A value that is not on offer shows none as chosen. */
export function SelectField<Value extends string>({ id, label, value, options, onChange }: SelectFieldProps<Value>) {
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<select
				id={id}
				value={value}
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
		</div>
	);
}
