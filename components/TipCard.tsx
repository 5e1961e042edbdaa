import { i18n } from '#i18n';
import type { Tip } from '@/utils/tips/rank';
import { useFormat } from './language';
import { stakeText, tipTexts } from './tip-text';

export interface TipCardProps {
	/** The tips that fit now, the one with most at stake first. */
	readonly tips: readonly Tip[];
	/** Place of the one shown. */
	readonly index: number;
	/** True while the tip put off last can be brought back. */
	readonly canUndo: boolean;
	readonly onNext: () => void;
	readonly onLater: (tipId: string) => void;
	readonly onUndo: () => void;
}

/** One tip at a time, so that the popup keeps its height; the others are a click away. */
export function TipCard({ tips, index, canUndo, onNext, onLater, onUndo }: TipCardProps) {
	const format = useFormat();
	const tip = tips[index];
	if (!tip && !canUndo) return null;
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
					<p class="soft">{body}</p>
					<p class="stake">{stakeText(tip, format)}</p>
					<div class="actions">
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
				{canUndo && (
					<>
						{i18n.t('tip.dismissed')}{' '}
						<button type="button" class="link" onClick={onUndo}>
							{i18n.t('tip.undo')}
						</button>
					</>
				)}
			</p>
		</section>
	);
}
