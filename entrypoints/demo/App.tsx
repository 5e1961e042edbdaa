import { i18n } from '#i18n';
import { PageCard } from '@/components/card/PageCard';
import { TipSlot } from '@/components/card/TipSlot';
import { WeekCard } from '@/components/card/WeekCard';
import { SelectField } from '@/components/form/SelectField';
import { PopupHeader } from '@/components/layout/PopupHeader';
import type { DemoModel } from './model';
import { FRAME_HEIGHT_PX, FRAME_WIDTH_PX, LINES } from './sample';

const TABS = ['shown', 'hidden'] as const;

/** A lesson to experiment with, and beside it the popup's cards with sample figures. */
export function App({ model }: { readonly model: DemoModel }) {
	const visit = model.visit.value;
	return (
		<main class="demo">
			<div class="guide">
				<h1>{i18n.t('demo.title')}</h1>
				<p>{i18n.t('demo.lead')}</p>
				<Lesson model={model} />
				<p class="soft">{i18n.t('demo.about')}</p>
				<div class="actions">
					<a class="button main" href="/dashboard.html#sites">
						{i18n.t('welcome.add_site')}
					</a>
					<a class="button" href="/welcome.html">
						{i18n.t('demo.back')}
					</a>
				</div>
			</div>
			<div class="popup">
				<p class="sample">{i18n.t('demo.sample')}</p>
				<PopupHeader
					title={i18n.t('demo.course')}
					subtitle={`${visit.host} · ${i18n.t(`activity.${visit.activity}`)}`}
					isMeasuring
				/>
				<div class="cards">
					<PageCard visit={visit} co2eGrams={model.pageGrams.value} />
					<TipSlot state={model.slot.value} onLater={model.later} onNext={model.next} onUndo={model.undo} />
					<WeekCard summary={model.summary.value} today={model.today} change={model.change.value} equivalences={[]} />
				</div>
			</div>
		</main>
	);
}

/** A lesson with a video, whose resolution and tab can be changed. */
function Lesson({ model }: { readonly model: DemoModel }) {
	const trial = model.trial.value;
	const tab = trial.isHidden ? 'hidden' : 'shown';
	return (
		<form class="card lesson" aria-labelledby="lesson-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="lesson-title">{i18n.t('demo.lesson')}</h2>
			<div class="player" data-hidden={trial.isHidden}>
				<svg viewBox="0 0 16 16" width="40" height="40" aria-hidden="true">
					<path d="M5 3v10l8-5z" fill="currentColor" />
				</svg>
				<p>{i18n.t('video.size', [trial.lines, String(FRAME_WIDTH_PX), String(FRAME_HEIGHT_PX)])}</p>
			</div>
			<SelectField
				id="demo-lines"
				label={i18n.t('demo.definition')}
				value={trial.lines}
				options={LINES.map((lines) => [lines, i18n.t('videos.height', [lines])])}
				hint={i18n.t('demo.definition_hint')}
				onChange={(lines) => model.set({ lines })}
			/>
			<SelectField
				id="demo-tab"
				label={i18n.t('demo.tab')}
				value={tab}
				options={TABS.map((state) => [state, i18n.t(`demo.tab_${state}`)])}
				hint={i18n.t('demo.tab_hint')}
				onChange={(state) => model.set({ isHidden: state === 'hidden' })}
			/>
		</form>
	);
}
