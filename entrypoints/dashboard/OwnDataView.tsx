import { i18n } from '#i18n';
import { EraseCard } from '@/components/EraseCard';
import type { createEraseView } from './erase-view';

/** What is kept, and how to be rid of it. */
export function OwnDataView({ model }: { readonly model: ReturnType<typeof createEraseView> }) {
	return (
		<>
			<div class="heading">
				<div>
					<h1>{i18n.t('erase.page_title')}</h1>
					<p class="soft">{i18n.t('erase.where')}</p>
				</div>
			</div>
			<EraseCard
				step={model.step.value}
				secondsLeft={model.secondsLeft.value}
				onAsk={model.ask}
				onConfirm={model.confirm}
				onCancel={model.cancel}
			/>
		</>
	);
}
