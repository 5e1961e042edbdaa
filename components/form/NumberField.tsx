import './field.css';

export interface NumberFieldProps {
	readonly id: string;
	readonly label: string;
	readonly hint: string;
	/** Null shows an empty field. */
	readonly value: number | null;
	readonly min: number;
	readonly max: number;
	/** Called with a whole number within the bounds, or with null for an empty field. */
	readonly onChange: (value: number | null) => void;
}

/** A whole number. A number out of bounds stays in the field, marked by the browser, and is not reported. */
export function NumberField({ id, label, hint, value, min, max, onChange }: NumberFieldProps) {
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<input
				id={id}
				type="number"
				min={min}
				max={max}
				step={1}
				value={value ?? ''}
				aria-describedby={`${id}-hint`}
				onChange={({ currentTarget }) => {
					if (!currentTarget.reportValidity()) return;
					onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber);
				}}
			/>
			<small id={`${id}-hint`} class="soft">
				{hint}
			</small>
		</div>
	);
}
