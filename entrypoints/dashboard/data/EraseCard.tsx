import { i18n } from '#i18n';
import type { EraseStep } from './erase-model';

export interface EraseCardProps {
	readonly step: EraseStep;
	/** Seconds left to undo, while waiting. */
	readonly secondsLeft: number;
	readonly onAsk: () => void;
	readonly onConfirm: () => void;
	/** Nothing is erased. */
	readonly onCancel: () => void;
}

/** Erases everything after a confirmation, with some seconds to undo it. */
export function EraseCard({ step, secondsLeft, onAsk, onConfirm, onCancel }: EraseCardProps) {
	return (
		<section class="card panel" aria-labelledby="erase-title">
			<h2 id="erase-title">{i18n.t('erase.title')}</h2>
			<p class="soft">{i18n.t('erase.body')}</p>
			<p role="status">{statusOf(step, secondsLeft)}</p>
			<div class="actions">
				{step === 'confirm' && (
					<button type="button" class="danger" onClick={onConfirm}>
						{i18n.t('erase.confirm')}
					</button>
				)}
				{(step === 'confirm' || step === 'waiting') && (
					<button type="button" class={step === 'waiting' ? 'main' : ''} onClick={onCancel}>
						{i18n.t(step === 'waiting' ? 'tip.undo' : 'erase.keep')}
					</button>
				)}
				{(step === 'idle' || step === 'done' || step === 'failed') && (
					<button type="button" class="danger" onClick={onAsk}>
						{i18n.t('erase.button')}
					</button>
				)}
			</div>
		</section>
	);
}

function statusOf(step: EraseStep, secondsLeft: number): string | null {
	if (step === 'idle' || step === 'erasing') return null;
	if (step === 'waiting') return i18n.t('erase.waiting', secondsLeft, [String(secondsLeft)]);
	return i18n.t(`erase.${step === 'confirm' ? 'sure' : step}`);
}
