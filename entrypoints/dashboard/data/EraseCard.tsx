import { i18n } from '#i18n';
import type { ErasedPart } from '@/utils/core/schema/names';
import type { createEraseModel, EraseStep } from './erase-model';

/** Erases everything after a confirmation, with some seconds to undo it. */
export function EraseCard({ model }: { readonly model: ReturnType<typeof createEraseModel> }) {
	const step = model.step.value;
	return (
		<section class="card panel" aria-labelledby="erase-title">
			<h2 id="erase-title">{i18n.t('erase.title')}</h2>
			<p class="soft">{i18n.t('erase.body')}</p>
			<p role="status">{statusOf(step, model.secondsLeft.value, model.left.value)}</p>
			<div class="actions">
				{step === 'confirm' && (
					<button type="button" class="danger" onClick={model.confirm}>
						{i18n.t('erase.confirm')}
					</button>
				)}
				{(step === 'confirm' || step === 'waiting') && (
					<button type="button" class={step === 'waiting' ? 'main' : ''} onClick={model.cancel}>
						{i18n.t(step === 'waiting' ? 'tip.undo' : 'erase.keep')}
					</button>
				)}
				{(step === 'idle' || step === 'done' || step === 'partly' || step === 'failed') && (
					<button type="button" class="danger" onClick={model.ask}>
						{i18n.t('erase.button')}
					</button>
				)}
			</div>
		</section>
	);
}

function statusOf(step: EraseStep, secondsLeft: number, left: readonly ErasedPart[]): string | null {
	if (step === 'idle' || step === 'erasing') return null;
	if (step === 'waiting') return i18n.t('erase.waiting', secondsLeft, [String(secondsLeft)]);
	if (step === 'partly') return i18n.t('erase.partly', [left.map((part) => i18n.t(`erase.part.${part}`)).join(', ')]);
	return i18n.t(`erase.${step === 'confirm' ? 'sure' : step}`);
}
