import { i18n } from '#i18n';
import { TipCard } from '@/components/card/TipCard';
import { WeekCard } from '@/components/card/WeekCard';
import { errorText } from '@/components/layout/error-text';
import { Notice } from '@/components/layout/Notice';
import { PopupHeader } from '@/components/layout/PopupHeader';
import { GuessLine } from './GuessLine';
import type { PopupModel } from './model';
import { SoberCard } from './SoberCard';
import { TabView } from './TabView';
import type { PopupView } from './view';

interface AppProps {
	readonly model: PopupModel;
	/** Opens the dashboard, at its view of that hash where one is given. */
	readonly onDashboard: (hash?: string) => void;
}

/** The whole popup: the tab, its tips, the week, and two ways out. */
export function App({ model, onDashboard }: AppProps) {
	const { week, tips, equipment, sober } = model;
	const summary = week.summary.value;
	return (
		<>
			<PopupHeader {...headerOf(model.view.value)} />
			<main>
				<TabView model={model} />
				<TipCard
					tips={tips.tips.value}
					index={tips.index.value}
					canUndo={tips.putOff.value !== null}
					onNext={tips.next}
					onLater={tips.later}
					onUndo={tips.undo}
					isJudged={model.visit.value !== null}
					outcome={sober.outcome.value}
					onAct={sober.act}
					onUndoAct={sober.undoAct}
				/>
				{sober.state.value && (
					<SoberCard state={sober.state.value} onSwitch={sober.switch} onEffect={sober.switchEffect} />
				)}
				{week.error.value !== null && model.view.value.name !== 'error' && (
					<Notice title={i18n.t('notice.error_title')} body={errorText(week.error.value)} isAlarm>
						<button type="button" onClick={week.refresh}>
							{i18n.t('action.retry')}
						</button>
					</Notice>
				)}
				{summary && (
					<WeekCard
						summary={summary}
						today={week.today.value}
						change={week.change.value}
						equivalences={week.equivalences.value}
					>
						{equipment.value.countryClue !== null && (
							<GuessLine profile={equipment.value.profile} onCheck={() => onDashboard('#reglages')} />
						)}
					</WeekCard>
				)}
			</main>
			<footer>
				<button type="button" onClick={() => onDashboard()}>
					{i18n.t('action.dashboard')}
				</button>
				{summary && summary.total.visitCount > 0 && (
					<button type="button" onClick={() => onDashboard(`#export/${summary.week}`)}>
						{i18n.t('action.export')}
					</button>
				)}
			</footer>
		</>
	);
}

function headerOf(view: PopupView): { title: string; subtitle: string; isMeasuring: boolean } {
	if (view.name === 'visit') {
		const { host, activity, courseLabel } = view.visit;
		const kind = i18n.t(`activity.${activity}`);
		const subtitle = courseLabel ? `${host} · ${kind}` : kind;
		return { title: courseLabel ?? host, subtitle, isMeasuring: true };
	}
	const subtitle = 'host' in view ? view.host : '';
	return { title: i18n.t('extension.name'), subtitle, isMeasuring: false };
}
