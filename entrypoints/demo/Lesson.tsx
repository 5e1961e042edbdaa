import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { FRAME_HEIGHT_PX, FRAME_WIDTH_PX, LINES, type Trial } from './sample';

export interface LessonProps {
	readonly trial: Trial;
	readonly onChange: (changed: Partial<Trial>) => void;
}

const TABS = ['shown', 'hidden'] as const;

/** A lesson with a video, whose resolution and tab can be changed. */
export function Lesson({ trial, onChange }: LessonProps) {
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
				onChange={(lines) => onChange({ lines })}
			/>
			<SelectField
				id="demo-tab"
				label={i18n.t('demo.tab')}
				value={tab}
				options={TABS.map((state) => [state, i18n.t(`demo.tab_${state}`)])}
				hint={i18n.t('demo.tab_hint')}
				onChange={(state) => onChange({ isHidden: state === 'hidden' })}
			/>
		</form>
	);
}
