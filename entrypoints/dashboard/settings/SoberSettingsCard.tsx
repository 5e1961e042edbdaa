import { i18n } from '#i18n';
import { CheckField } from '@/components/form/CheckField';
import { SelectField } from '@/components/form/SelectField';
import { LIMITS } from '@/utils/core/sober/effects';
import type { SoberSettingsModel } from './sober-settings-model';

const NONE = 'none';
const CHOICES = [NONE, ...LIMITS] as const;

/** The highest resolution of sober mode, and a lower one on battery, on all sites. */
export function SoberSettingsCard({ model }: { readonly model: SoberSettingsModel }) {
	return (
		<form class="card profile" aria-labelledby="sober-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="sober-title">{i18n.t('sober.settings.title')}</h2>
			<p class="soft">{i18n.t('sober.settings.about')}</p>
			<SelectField<string>
				id="sober-limit"
				label={i18n.t('sober.settings.limit')}
				value={String(model.limitLines.value ?? NONE)}
				options={CHOICES.map((lines) => [
					String(lines),
					lines === NONE ? i18n.t('sober.settings.limit_none') : i18n.t('sober.settings.limit_lines', [String(lines)]),
				])}
				isFixed={model.isLimitFixed.value}
				hint={i18n.t('sober.settings.limit_hint')}
				onChange={(chosen) => void model.chooseLimit(LIMITS.find((lines) => String(lines) === chosen) ?? null)}
			/>
			{model.isBatteryKnown && (
				<CheckField
					label={i18n.t('sober.settings.battery')}
					isOn={model.isLighterOnBattery.value}
					hintId="sober-battery-hint"
					onChange={(isOn) => void model.switchBattery(isOn)}
				/>
			)}
			<p id="sober-battery-hint" class="soft">
				{i18n.t(model.isBatteryKnown ? 'sober.settings.battery_hint' : 'sober.settings.battery_unknown')}
			</p>
		</form>
	);
}
