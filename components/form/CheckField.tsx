export interface CheckFieldProps {
	readonly label: string;
	readonly isOn: boolean;
	/** True when the organisation has set it. */
	readonly isFixed?: boolean;
	/** Class of the label. */
	readonly class?: string;
	readonly onChange: (isOn: boolean) => void;
}

/** One checkbox with its label. */
export function CheckField({ label, isOn, isFixed = false, class: name = 'check', onChange }: CheckFieldProps) {
	return (
		<label class={name}>
			<input
				type="checkbox"
				checked={isOn}
				disabled={isFixed}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>{' '}
			{label}
		</label>
	);
}
