import '@/components/card/card.css';
import './sober-card.css';
import { i18n } from '#i18n';
import { CheckField } from '@/components/form/CheckField';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import { EFFECTS, type Effect, type SoberState } from '@/utils/core/sober/effects';
import type { Format } from '@/utils/core/units/format';
import type { SwitchOutcome } from './actions/switch-model';

/** More digits would suggest that a promise is a measurement. */
const SAVED_DIGITS = 2;

interface SoberCardProps {
	readonly state: SoberState;
	/** What it did to the video since it was switched on; null where nothing was seen yet. */
	readonly outcome: SwitchOutcome | null;
	/** For this site, or for all of them. */
	readonly onSwitch: (scope: 'site' | 'everywhere', isOn: boolean) => void;
	readonly onEffect: (effect: Effect, isOn: boolean) => void;
}

/** The switch of sober mode, and a switch for each of its effects. */
export function SoberCard({ state, outcome, onSwitch, onEffect }: SoberCardProps) {
	const format = pageFormat();
	const { isOn, isOnEverywhere, isManaged, effects, limitLines, avoidedBytes, isStuck } = state;
	return (
		<section class="card sober" data-on={isOn}>
			<CheckField
				isSwitch
				label={i18n.t('sober.site')}
				isOn={isOn}
				isFixed={isManaged}
				onChange={(on) => onSwitch('site', on)}
			/>
			<p role="status" class="soft">
				{isManaged && i18n.t('sober.managed')} {isOn && outcome && outcomeText(outcome, format)}{' '}
				{isOn && !outcome && avoidedBytes > 0 && i18n.t('sober.avoided', [format.bytes(avoidedBytes)])}{' '}
				{isStuck && i18n.t('sober.stuck')}
			</p>
			<details class={isOn ? '' : 'off'}>
				<summary>{i18n.t('sober.details')}</summary>
				<CheckField
					isSwitch
					label={i18n.t('sober.everywhere')}
					isOn={isOnEverywhere}
					isFixed={isManaged}
					onChange={(on) => onSwitch('everywhere', on)}
				/>
				{EFFECTS.map((effect) => (
					<CheckField
						key={effect}
						isSwitch
						label={effectText(effect, limitLines)}
						isOn={effects.includes(effect)}
						onChange={(on) => onEffect(effect, on)}
					/>
				))}
				<p class="soft">{i18n.t('sober.limits')}</p>
			</details>
		</section>
	);
}

function effectText(effect: Effect, limitLines: number | null): string {
	if (effect === 'quality' && limitLines !== null) return i18n.t('sober.quality_at_most', [String(limitLines)]);
	return i18n.t(`sober.effect.${textKey(effect)}`);
}

function outcomeText({ linesBefore, lines, savedBytesPerHour }: SwitchOutcome, format: Format): string {
	const saved = format.bytes(Number(savedBytesPerHour.toPrecision(SAVED_DIGITS)));
	return i18n.t('sober.did', [String(linesBefore), String(lines), saved]);
}
