import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { Action } from '@/utils/core/sober/effects';
import type { Tip } from '@/utils/core/tips/rank';
import { stakeText, tipTexts } from './tip-text';

export interface TipCardProps {
	/** The tips that apply, the one that saves most first. */
	readonly tips: readonly Tip[];
	/** Position of the one shown. */
	readonly index: number;
	/** True while the tip dismissed last can be restored. */
	readonly canUndo: boolean;
	readonly onNext: () => void;
	readonly onLater: (tipId: string) => void;
	readonly onUndo: () => void;
	/** True for a measured page: without a tip the card says that there is nothing to improve. */
	readonly isJudged?: boolean;
	/** The result of the last action; null for none. */
	readonly outcome?: ActionOutcome | null;
	/** Performs the tip's action; absent where none can be performed. */
	readonly onAct?: (action: Action) => void;
	readonly onUndoAct?: () => void;
}

/** `done`, or `cannot` if the page's players cannot be controlled. */
export type ActionOutcome = 'done' | 'cannot';

/** One tip at a time, so that the popup keeps its height. */
export function TipCard(props: TipCardProps) {
	const { tips, index, canUndo, onNext, onLater, onUndo, isJudged, outcome = null, onAct, onUndoAct } = props;
	const format = pageFormat();
	const tip = tips[index];
	if (!tip && !canUndo && outcome === null) return isJudged ? <p class="calm">{i18n.t('tip.nothing')}</p> : null;
	const action = tip?.action ?? null;
	const { title, body } = tip ? tipTexts(tip, format) : { title: '', body: '' };
	return (
		<section class="card warm tip" aria-labelledby="tip-title">
			<h2 id="tip-title">
				{tips.length > 1 ? i18n.t('tip.position', [String(index + 1), String(tips.length)]) : i18n.t('tip.title')}
				{tips.length > 1 && (
					<button type="button" class="link" onClick={onNext}>
						{i18n.t('tip.next')}
					</button>
				)}
			</h2>
			{tip && (
				<div key={tip.id} class="appearing">
					<h3>{title}</h3>
					<p class="soft">
						{body} <span class="stake">{stakeText(tip, format)}</span>
					</p>
					<div class="actions">
						{action && onAct && (
							<button type="button" class="main" onClick={() => onAct(action)}>
								{i18n.t(`tip.do.${textKey(action)}`)}
							</button>
						)}
						<button type="button" aria-label={i18n.t('tip.later_label', [title])} onClick={() => onLater(tip.id)}>
							{i18n.t('tip.later')}
						</button>
						{tip.references.map(({ label, url }) => (
							<a key={label} class="soft" href={url} target="_blank" rel="noreferrer">
								{label}
							</a>
						))}
					</div>
				</div>
			)}
			<p role="status" class="undo">
				{outcome && undoable(i18n.t(`tip.${outcome}`), onUndoAct)}
				{canUndo && undoable(i18n.t('tip.dismissed'), onUndo)}
			</p>
		</section>
	);
}

/** What happened, with a button to undo it. */
function undoable(text: string, onUndo?: () => void) {
	return (
		<>
			{text}{' '}
			<button type="button" class="link" onClick={onUndo}>
				{i18n.t('tip.undo')}
			</button>
		</>
	);
}
