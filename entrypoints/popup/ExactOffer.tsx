import { i18n } from '#i18n';
import type { PopupModel } from './model';

/** The offer to measure exactly, for figures with estimates; its place is there before. */
export function ExactOffer({ exact }: Pick<PopupModel, 'exact'>) {
	return (
		<p class="exact soft" role="status">
			{exact.isOffered.value && (
				<>
					{exact.isRefused.value && `${i18n.t('exact.refused')} `}
					<button type="button" class="link" title={i18n.t('exact.about')} onClick={exact.accept}>
						{i18n.t('exact.button')}
					</button>{' '}
					{!exact.isRefused.value && i18n.t('exact.asks')}
				</>
			)}
		</p>
	);
}
