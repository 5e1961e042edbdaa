import './switch.css';

export interface CheckFieldProps {
	readonly label: string;
	readonly isOn: boolean;
	/** True when the organisation has set it. */
	readonly isFixed?: boolean;
	/** True for what takes effect at once: a switch instead of a checkbox. */
	readonly isSwitch?: boolean;
	/** Id of the text that explains it. */
	readonly hintId?: string;
	readonly onChange: (isOn: boolean) => void;
}

/** One checkbox or switch with its label. */
export function CheckField(props: CheckFieldProps) {
	const { label, isOn, isFixed = false, isSwitch = false, hintId, onChange } = props;
	return (
		<label class={isSwitch ? 'switch' : 'check'}>
			<input
				type="checkbox"
				role={isSwitch ? 'switch' : undefined}
				checked={isOn}
				disabled={isFixed}
				aria-describedby={hintId}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>{' '}
			{label}
		</label>
	);
}
