import { i18n } from '#i18n';
import type { StoreState } from '@/utils/core/schema/database-record';
import { Notice } from './Notice';
import { pageFormat } from './page-format';

interface StoreNoticeProps {
	/** Null until it is known. */
	readonly state: StoreState | null;
	/** Shows where a backup can be restored. */
	readonly onRestore: () => void;
	/** The user has read that earlier figures are lost. */
	readonly onAccept: () => void;
}

/** What is wrong with the stored figures, and what can be done; nothing where all is well. */
export function StoreNotice({ state, onRestore, onAccept }: StoreNoticeProps) {
	if (!state) return null;
	const { loss, isFailing } = state;
	return (
		<>
			{isFailing && <Notice title={i18n.t('store.failing_title')} body={i18n.t('store.failing_body')} isAlarm />}
			{loss && (
				<Notice
					title={i18n.t(loss.isRestored ? 'store.restored_title' : 'store.lost_title')}
					body={i18n.t(`store.${loss.isRestored ? 'restored' : loss.why}`, [pageFormat().date(loss.day)])}
					isAlarm={!loss.isRestored}
				>
					<button type="button" onClick={onRestore}>
						{i18n.t('store.restore')}
					</button>
					<button type="button" onClick={onAccept}>
						{i18n.t('store.accept')}
					</button>
				</Notice>
			)}
		</>
	);
}
