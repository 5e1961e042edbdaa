import { i18n } from '#i18n';

/** What became of the last request for the wide grant. */
export type ExactProgress = 'idle' | 'refused';

export interface ExactOfferProps {
	readonly progress: ExactProgress;
	readonly onAccept: () => void;
}

/** One line that offers exact counting where a figure holds estimates. */
export function ExactOffer({ progress, onAccept }: ExactOfferProps) {
	return (
		<p class="exact soft" role="status">
			{i18n.t(progress === 'refused' ? 'exact.refused' : 'exact.hint')}{' '}
			<button type="button" class="link" title={i18n.t('exact.about')} onClick={onAccept}>
				{i18n.t('exact.button')}
			</button>
		</p>
	);
}
