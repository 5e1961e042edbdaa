import { i18n } from '#i18n';

/** Holds the place of the page's figures while they are read. */
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
