import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { textKey } from '@/components/layout/text-key';
import { EFFECTS, type Effect, type SoberState } from '@/utils/core/sober/effects';

interface SoberCardProps {
	readonly state: SoberState;
	/** For this site, or for all of them. */
	readonly onSwitch: (scope: 'site' | 'everywhere', isOn: boolean) => void;
	readonly onEffect: (effect: Effect, isOn: boolean) => void;
}

/** The switch of sober mode, and behind it everything that it does. */
export function SoberCard({ state, onSwitch, onEffect }: SoberCardProps) {
	const format = useFormat();
	const { isOn, isOnEverywhere, isManaged, effects, avoidedBytes, isStuck } = state;
	return (
		<section class="card sober">
			<Switch label={i18n.t('sober.site')} isOn={isOn} isFixed={isManaged} onChange={(on) => onSwitch('site', on)} />
			<p role="status" class="soft">
				{isManaged && i18n.t('sober.managed')}{' '}
				{isOn && avoidedBytes > 0 && i18n.t('sober.avoided', [format.bytes(avoidedBytes)])}{' '}
				{isStuck && i18n.t('sober.stuck')}
			</p>
			<details>
				<summary>{i18n.t('sober.details')}</summary>
				<Switch
					label={i18n.t('sober.everywhere')}
					isOn={isOnEverywhere}
					isFixed={isManaged}
					onChange={(on) => onSwitch('everywhere', on)}
				/>
				{EFFECTS.map((effect) => (
					<Switch
						key={effect}
						label={i18n.t(`sober.effect.${textKey(effect)}`)}
						isOn={effects.includes(effect)}
						onChange={(on) => onEffect(effect, on)}
					/>
				))}
				<p class="soft">{i18n.t('sober.limits')}</p>
			</details>
		</section>
	);
}

interface SwitchProps {
	readonly label: string;
	readonly isOn: boolean;
	readonly isFixed?: boolean;
	readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, isFixed = false, onChange }: SwitchProps) {
	return (
		<label class="switch">
			<input
				type="checkbox"
				checked={isOn}
				disabled={isFixed}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>
			{label}
		</label>
	);
}
