import { i18n } from '#i18n';
import type { ExactProgress } from './exact-model';

export interface ExactOfferProps {
	readonly progress: ExactProgress;
	readonly onAccept: () => void;
}

/** The offer to measure exactly, for figures with estimates. */
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
