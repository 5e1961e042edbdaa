import { i18n } from '#i18n';
import { PageCard } from '@/components/card/PageCard';
import { TipCard } from '@/components/card/TipCard';
import { VideoLine } from '@/components/card/VideoLine';
import { WeekCard } from '@/components/card/WeekCard';
import { PopupHeader } from '@/components/layout/PopupHeader';
import { Lesson } from './Lesson';
import type { DemoModel } from './model';

/** A lesson to experiment with, and beside it the popup's cards with sample figures. */
export function App({ model }: { readonly model: DemoModel }) {
	const visit = model.visit.value;
	return (
		<main class="demo">
			<div class="guide">
				<h1>{i18n.t('demo.title')}</h1>
				<p>{i18n.t('demo.lead')}</p>
				<Lesson trial={model.trial.value} onChange={model.set} />
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
					<PageCard traffic={visit.traffic} co2eGrams={model.pageGrams.value}>
						{visit.nowPlaying && <VideoLine video={visit.nowPlaying} />}
					</PageCard>
					<TipCard
						tips={model.tips.value}
						index={model.index.value}
						canUndo={model.putOff.value !== null}
						onNext={model.next}
						onLater={model.later}
						onUndo={model.undo}
					/>
					<WeekCard summary={model.summary.value} today={model.today} change={model.change.value} equivalences={[]} />
				</div>
			</div>
		</main>
	);
}
