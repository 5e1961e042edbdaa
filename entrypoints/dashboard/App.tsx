import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { StoreNotice } from '@/components/layout/StoreNotice';
import type { DashboardContext } from './context/context';
import { VIEWS } from './context/route';
import { FiguresSkeleton } from './layout/FiguresSkeleton';
import type { DashboardModel } from './model';

/** The whole dashboard: the navigation, and the view that the address names. */
export function App({ model: { context, view } }: { readonly model: DashboardModel }) {
	return (
		<div class="frame">
			<TopNav {...context} />
			<main id="content" tabIndex={-1}>
				<StoreNotice
					state={context.store.value}
					onRestore={() => location.assign(context.hrefOf('data'))}
					onAccept={context.acceptLoss}
				/>
				{context.hasOffer.value && context.route.value.view !== 'settings' && (
					<p class="card notice">
						{i18n.t('organisation.offer')} <a href={context.hrefOf('settings')}>{i18n.t('organisation.answer')}</a>
					</p>
				)}
				{view.value === null ? (
					<FiguresSkeleton />
				) : view.value === 'failed' ? (
					// The extension was updated while the page was open: the files of the old version are gone.
					<ErrorNotice error="no-answer" action={i18n.t('action.reload')} onAction={() => location.reload()} />
				) : (
					view.value.render()
				)}
			</main>
		</div>
	);
}

/** Moves the focus to the view. A link would change the address, which names the view. */
function skip(): void {
	document.getElementById('content')?.focus();
}

/** Links between the dashboard's views: plain links, so that back, bookmark and reload work. */
function TopNav({ route, hrefOf }: Pick<DashboardContext, 'route' | 'hrefOf'>) {
	return (
		<header class="top">
			<button type="button" class="skip" onClick={skip}>
				{i18n.t('nav.skip')}
			</button>
			<p class="brand">
				<img src="/icon/48.png" alt="" width="24" height="24" />
				{i18n.t('extension.name')}
			</p>
			<nav aria-label={i18n.t('nav.label')}>
				{VIEWS.map((view) => (
					<a key={view} href={hrefOf(view)} aria-current={view === route.value.view ? 'page' : undefined}>
						{i18n.t(`nav.${view}`)}
					</a>
				))}
			</nav>
		</header>
	);
}
