import { i18n } from '#i18n';

/** Placeholder while the page's figures are read. */
export function PageSkeleton() {
	return (
		<section class="card page appearing" aria-busy="true">
			<p class="unseen" role="status">
				{i18n.t('page.loading')}
			</p>
			<div class="skeleton" />
			<div class="skeleton" />
			<div class="skeleton" />
		</section>
	);
}
