import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { FiguresSkeleton } from './layout/FiguresSkeleton';
import type { DashboardModel } from './model';
import { TopNav } from './TopNav';

/** The whole dashboard: the navigation, and the view that the address names. */
export function App({ model: { context, view } }: { readonly model: DashboardModel }) {
	return (
		<div class="frame">
			<TopNav current={context.route.value.view} hrefOf={context.hrefOf} />
			<main>
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
