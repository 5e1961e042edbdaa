import { i18n } from '#i18n';
import { TipSlot } from '@/components/card/TipSlot';
import { WeekCard } from '@/components/card/WeekCard';
import { countryName } from '@/components/form/country-name';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { PopupHeader } from '@/components/layout/PopupHeader';
import { StoreNotice } from '@/components/layout/StoreNotice';
import { NBSP } from '@/utils/core/units/wording';
import type { ProfileState } from '@/utils/settings/profile';
import { AuditCard, AuditFailure, AuditOffer } from './audit/AuditCard';
import { ExactOffer } from './ExactOffer';
import type { PopupModel } from './model';
import { PauseMenu } from './pause/PauseMenu';
import { SoberCard } from './SoberCard';
import { TabView } from './TabView';
import type { PopupView } from './view';

/** The whole popup or panel: the tab, its tips, sober mode, the week, and links to the dashboard. */
export function App({ model }: { readonly model: PopupModel }) {
	const { tab, week, audit, exits, isPanel, windowId } = model;
	// What is below the page's figures comes with them, and the footer with the week: nothing that is shown is pushed down.
	const isLoading = tab.view.value.name === 'loading';
	const isWhole = !isLoading && (week.summary.value !== null || week.error.value !== null);
	return (
		<>
			<PopupHeader {...headerOf(tab.view.value)}>
				<span class="ways">
					{!isPanel && windowId.value !== null && (
						<button type="button" class="beside" title={i18n.t('action.beside_title')} onClick={exits.keepBeside}>
							{i18n.t('action.beside')}
						</button>
					)}
					{!isLoading && <AuditOffer audit={audit} />}
				</span>
			</PopupHeader>
			<main>
				{!isLoading && (
					<AuditCard
						audit={audit}
						isPaused={isPaused(tab.view.value, audit.running.value?.host ?? null)}
						onReport={(id) => exits.dashboard(`#audits/${id}`)}
					/>
				)}
				<AuditFailure audit={audit} />
				<TabView model={model} />
				{tab.visit.value && <PageActions model={model} />}
				{week.error.value !== null && tab.view.value.name !== 'error' && (
					<ErrorNotice error={week.error.value} isMain={false} onAction={week.refresh} />
				)}
				<StoreNotice
					state={week.store.value}
					onRestore={() => exits.dashboard('#donnees')}
					onAccept={week.acceptLoss}
				/>
				{!isLoading && <Week model={model} />}
			</main>
			{isWhole && <Footer model={model} />}
		</>
	);
}

/** What can be done about the page: its tip, more exact figures and sober mode. */
function PageActions({ model: { tips, exact, sober, soberSwitch } }: { readonly model: PopupModel }) {
	return (
		<>
			<TipSlot
				state={tips.slot.value}
				onHold={tips.hold}
				onAct={tips.act}
				onLater={tips.later}
				onNext={tips.next}
				onUndo={tips.undo}
			/>
			{exact.isPossible.value && <ExactOffer exact={exact} />}
			{sober.state.value && (
				<SoberCard
					state={sober.state.value}
					outcome={soberSwitch.outcome.value}
					onSwitch={soberSwitch.switch}
					onEffect={sober.switchEffect}
				/>
			)}
		</>
	);
}

/** Today and the week, once they are read. */
function Week({ model: { week, equipment, exits } }: { readonly model: PopupModel }) {
	const summary = week.summary.value;
	if (!summary) return null;
	const { profile, countryClue } = equipment.value;
	return (
		<WeekCard
			summary={summary}
			today={week.today.value}
			change={week.change.value}
			equivalences={week.equivalences.value}
		>
			{countryClue !== null && <GuessLine profile={profile} onCheck={() => exits.dashboard('#reglages')} />}
		</WeekCard>
	);
}

/** Ways to the dashboard, and the pause. */
function Footer({ model: { tab, week, exits, pause } }: { readonly model: PopupModel }) {
	const summary = week.summary.value;
	return (
		<footer>
			<button type="button" onClick={() => exits.dashboard()}>
				{i18n.t('action.dashboard')}
			</button>
			{summary && summary.total.visitCount > 0 && (
				<button type="button" onClick={() => exits.dashboard(`#export/${summary.week}`)}>
					{i18n.t('action.export')}
				</button>
			)}
			{tab.visit.value && <PauseMenu host={tab.visit.value.host} pause={pause} />}
			<button type="button" class="help" title={i18n.t('nav.help')} onClick={() => exits.dashboard('#aide')}>
				<span aria-hidden="true">?</span>
				<span class="unseen">{i18n.t('nav.help')}</span>
			</button>
		</footer>
	);
}

/** The guessed equipment behind the grams, with a link to the settings. */
function GuessLine({
	profile: { device, country },
	onCheck,
}: Pick<ProfileState, 'profile'> & { readonly onCheck: () => void }) {
	return (
		<p class="soft">
			{i18n.t('profile.guess_line', [i18n.t(`profile.devices_short.${device}`), countryName(country)])}{' '}
			<button type="button" class="link" onClick={onCheck}>
				{i18n.t('profile.check')}
			</button>
		</p>
	);
}

/** Whether what runs on a host is interrupted by a pause of it, or of everything. */
function isPaused(view: PopupView, host: string | null): boolean {
	if (view.name !== 'suspended') return false;
	return view.suspension === 'paused-everywhere' || (view.suspension === 'paused' && view.host === host);
}

function headerOf(view: PopupView): { title: string; subtitle: string; isMeasuring: boolean } {
	if (view.name === 'visit') {
		const { host, activity, courseLabel } = view.visit;
		const kind = i18n.t(`activity.${activity}`);
		const subtitle = courseLabel ? `${host} · ${kind}` : kind;
		return { title: courseLabel ?? host, subtitle, isMeasuring: true };
	}
	// A line of its own even while there is nothing in it.
	const subtitle = 'host' in view ? view.host : view.name === 'loading' ? NBSP : '';
	return { title: i18n.t('extension.name'), subtitle, isMeasuring: false };
}
