import { i18n } from '#i18n';
import type { EraseStep } from '@/entrypoints/dashboard/data/erase-model';

export interface LeftSiteProps {
	/** The unfollowed site. */
	readonly host: string;
	readonly step: EraseStep;
	/** Seconds left to undo, while waiting. */
	readonly secondsLeft: number;
	readonly onErase: () => void;
	readonly onCancel: () => void;
}

/** Offers to erase the figures of an unfollowed site, with some seconds to undo it. */
export function LeftSite({ host, step, secondsLeft, onErase, onCancel }: LeftSiteProps) {
	return (
		<div class="left-site">
			<p role="status">{statusOf(host, step, secondsLeft)}</p>
			{step === 'waiting' && (
				<button type="button" class="main" onClick={onCancel}>
					{i18n.t('tip.undo')}
				</button>
			)}
			{(step === 'idle' || step === 'failed') && (
				<button type="button" class="danger" onClick={onErase}>
					{i18n.t('sites.erase')}
				</button>
			)}
		</div>
	);
}

function statusOf(host: string, step: EraseStep, secondsLeft: number): string {
	if (step === 'waiting') return i18n.t('erase.waiting', secondsLeft, [String(secondsLeft)]);
	if (step === 'failed') return i18n.t('erase.failed');
	return i18n.t(step === 'done' ? 'sites.erased' : 'sites.left', [host]);
}
