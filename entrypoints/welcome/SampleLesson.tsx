import './sample.css';
import { i18n } from '#i18n';
import { PageCard } from '@/components/card/PageCard';
import { TipSlot } from '@/components/card/TipSlot';
import { SelectField } from '@/components/form/SelectField';
import { FRAME_HEIGHT_PX, FRAME_WIDTH_PX, LINES } from './sample';
import type { SampleModel } from './sample-model';

const TABS = ['shown', 'hidden'] as const;

/** A lesson to experiment with, and beside it the popup's cards with sample figures. */
export function SampleLesson({ sample }: { readonly sample: SampleModel }) {
	return (
		<div class="sample">
			<Lesson sample={sample} />
			<div class="popup">
				<p class="mark">{i18n.t('sample.mark')}</p>
				<PageCard visit={sample.visit.value} co2eGrams={sample.grams.value} />
				<TipSlot
					state={sample.slot.value}
					onAct={sample.act}
					onLater={sample.later}
					onNext={sample.next}
					onUndo={sample.undo}
				/>
			</div>
		</div>
	);
}

/** A lesson with a video, whose resolution and tab can be changed. */
function Lesson({ sample }: { readonly sample: SampleModel }) {
	const { lines, isHidden } = sample.trial.value;
	return (
		<form aria-label={i18n.t('sample.lesson')} onSubmit={(event) => event.preventDefault()}>
			<div class="player" data-hidden={isHidden}>
				<svg viewBox="0 0 16 16" width="40" height="40" aria-hidden="true">
					<path d="M5 3v10l8-5z" fill="currentColor" />
				</svg>
				<p>{i18n.t('video.size', [lines, String(FRAME_WIDTH_PX), String(FRAME_HEIGHT_PX)])}</p>
			</div>
			<div class="fields">
				<SelectField
					id="sample-lines"
					label={i18n.t('sample.resolution')}
					value={lines}
					options={LINES.map((each) => [each, i18n.t('videos.height', [each])])}
					onChange={(chosen) => sample.set({ lines: chosen })}
				/>
				<SelectField
					id="sample-tab"
					label={i18n.t('sample.tab')}
					value={isHidden ? 'hidden' : 'shown'}
					options={TABS.map((state) => [state, i18n.t(`sample.tab_${state}`)])}
					onChange={(state) => sample.set({ isHidden: state === 'hidden' })}
				/>
			</div>
			<p class="soft">{i18n.t('sample.about')}</p>
		</form>
	);
}
