import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { saveLanguage } from '@/utils/settings/language';
import { AssistantsCard } from './AssistantsCard';
import { createAssistantsModel } from './assistants-model';
import { GoalForm } from './GoalForm';
import { LrsCard } from './LrsCard';
import { createLrsModel, type LrsModel } from './lrs-model';
import { NoticesCard } from './NoticesCard';
import { createNoticesModel } from './notices-model';

interface SettingsViewProps {
	readonly context: DashboardContext;
	readonly lrs: LrsModel;
	readonly notices: ReturnType<typeof createNoticesModel>;
	readonly assistants: ReturnType<typeof createAssistantsModel>;
}

/** The view of the settings: language, equipment, goal, notices, assistants, Learning Record Store. */
export function openSettings(context: DashboardContext): View {
	const [lrs, notices] = [createLrsModel(context.now), createNoticesModel(context.now)];
	const assistants = createAssistantsModel();
	return {
		render: () => <SettingsView context={context} lrs={lrs} notices={notices} assistants={assistants} />,
		load: async () => {
			await Promise.all([lrs.load(), notices.load(), assistants.load()]);
		},
	};
}

function SettingsView({ context, lrs, notices, assistants }: SettingsViewProps) {
	return (
		<>
			<ViewHeading title={i18n.t('nav.settings')} />
			<LanguageField
				language={context.language}
				onChange={(language) => void saveLanguage(language).then(context.reload)}
			/>
			<ProfileForm {...context.profile.value} onChange={context.changeProfile} onReset={context.resetProfile} />
			<GoalForm goal={context.goal.value} onChange={context.changeGoal} />
			<NoticesCard notices={notices.notices.value} status={notices.status.value} onChange={notices.change} />
			<AssistantsCard
				isOn={assistants.isOn.value}
				isForbidden={assistants.isForbidden.value}
				onChange={(isOn) => void assistants.change(isOn)}
			/>
			<LrsCard model={lrs} />
		</>
	);
}
