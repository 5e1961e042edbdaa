import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { saveLanguage } from '@/utils/settings/language';
import { watchOrganisation } from '@/utils/settings/organisation';
import { AssistantsCard } from './AssistantsCard';
import { createAssistantsModel } from './assistants-model';
import { BucketCard } from './BucketCard';
import { type BucketModel, createBucketModel } from './bucket-model';
import { GoalForm } from './GoalForm';
import { LrsCard } from './LrsCard';
import { createLrsModel, type LrsModel } from './lrs-model';
import { NoticesCard } from './NoticesCard';
import { createNoticesModel } from './notices-model';
import { OrganisationCard } from './OrganisationCard';
import { createOrganisationModel, type OrganisationModel } from './organisation-model';
import { SoberSettingsCard } from './SoberSettingsCard';
import { createSoberSettingsModel, type SoberSettingsModel } from './sober-settings-model';

interface SettingsViewProps {
	readonly context: DashboardContext;
	readonly lrs: LrsModel;
	readonly bucket: BucketModel;
	readonly notices: ReturnType<typeof createNoticesModel>;
	readonly assistants: ReturnType<typeof createAssistantsModel>;
	readonly organisation: OrganisationModel;
	readonly sober: SoberSettingsModel;
}

/** The view of the settings: the organisation's offers, language, equipment, goal, sober mode, notices, assistants, Learning Record Store, bucket. */
export function openSettings(context: DashboardContext): View {
	const [lrs, notices] = [createLrsModel(context.now), createNoticesModel(context.now)];
	const [assistants, organisation] = [createAssistantsModel(), createOrganisationModel()];
	const [bucket, sober] = [createBucketModel(context.now), createSoberSettingsModel()];
	// The targets in use depend on the answers to the organisation, and the quality may be its choice.
	watchOrganisation(() => void Promise.all([organisation, lrs, bucket, sober].map((model) => model.load())));
	return {
		render: () => <SettingsView {...{ context, lrs, bucket, notices, assistants, organisation, sober }} />,
		load: async () => {
			const models = [lrs, bucket, notices, assistants, organisation, sober];
			await Promise.all(models.map((model) => model.load()));
		},
	};
}

function SettingsView({ context, lrs, bucket, notices, assistants, organisation, sober }: SettingsViewProps) {
	return (
		<>
			<ViewHeading title={i18n.t('nav.settings')}>
				<a class="button" href={context.hrefOf('help')}>
					{i18n.t('nav.help')}
				</a>
			</ViewHeading>
			<OrganisationCard model={organisation} exportHref={context.hrefOf('export')} />
			<LanguageField
				language={context.language}
				onChange={(language) => void saveLanguage(language).then(context.reload)}
			/>
			<ProfileForm {...context.profile.value} onChange={context.changeProfile} onReset={context.resetProfile} />
			<GoalForm goal={context.goal.value} onChange={context.changeGoal} />
			<SoberSettingsCard model={sober} />
			<NoticesCard notices={notices.notices.value} status={notices.status.value} onChange={notices.change} />
			<AssistantsCard
				isOn={assistants.isOn.value}
				isForbidden={assistants.isForbidden.value}
				onChange={(isOn) => void assistants.change(isOn)}
			/>
			<LrsCard model={lrs} />
			<BucketCard model={bucket} />
		</>
	);
}
