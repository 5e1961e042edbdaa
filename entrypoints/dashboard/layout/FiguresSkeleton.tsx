import { i18n } from '#i18n';

const CARD_COUNT = 4;

/** Placeholder while the figures of a period, or the code of a view, are loaded. */
export function FiguresSkeleton() {
	return (
		<div class="appearing" aria-busy="true">
			<p class="unseen" role="status">
				{i18n.t('heading.loading')}
			</p>
			<div class="figure-cards">
				{Array.from({ length: CARD_COUNT }, (_, index) => (
					<div key={index} class="card figure-card">
						<div class="skeleton" style={{ width: '50%', height: '14px' }} />
						<div class="skeleton" style={{ width: '70%', height: '28px', marginTop: '10px' }} />
					</div>
				))}
			</div>
			<div class="card" style={{ height: '300px' }} />
		</div>
	);
}
