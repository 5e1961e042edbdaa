import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { GoalForm } from './GoalForm';
import { LrsCard } from './LrsCard';
import type { createLrsView } from './lrs-view';
import { NoticesCard } from './NoticesCard';
import type { createNoticesView } from './notices-view';

export interface SettingsViewProps {
	readonly model: DashboardModel;
	readonly lrsView: ReturnType<typeof createLrsView>;
	readonly noticesView: ReturnType<typeof createNoticesView>;
}

/** What Sobrio should know of the learner's equipment, what it may show by itself, and where weeks may be sent. */
export function SettingsView({ model, lrsView, noticesView }: SettingsViewProps) {
	const { profile, countryClue, fixed } = model.profile.value;
	return (
		<>
			<div class="heading">
				<h1>{i18n.t('nav.settings')}</h1>
			</div>
			<LanguageField language={model.language} onChange={model.chooseLanguage} />
			<ProfileForm
				profile={profile}
				countryClue={countryClue}
				fixed={fixed}
				countries={COUNTRIES}
				onChange={model.changeProfile}
				onReset={model.resetProfile}
			/>
			<GoalForm goal={model.goal.value} onChange={model.changeGoal} />
			<NoticesCard
				notices={noticesView.notices.value}
				status={noticesView.status.value}
				onChange={noticesView.change}
			/>
			<LrsCard
				lrs={lrsView.lrs.value}
				queue={lrsView.queue.value}
				status={lrsView.status.value}
				onSave={lrsView.save}
				onDiscard={lrsView.forget}
				onSend={lrsView.send}
			/>
		</>
	);
}
