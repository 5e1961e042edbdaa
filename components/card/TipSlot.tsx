import './card.css';
import './tip-slot.css';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { Action } from '@/utils/core/sober/effects';
import type { Tip } from '@/utils/core/tips/rank';
import type { Format } from '@/utils/core/units/format';
import { stakeText, tipTexts } from './tip-text';

/** What became of a tip. */
export type TipOutcome =
	/** Put off, active until the next page, asked of a player that has not changed yet, or not possible with it. */
	| { readonly name: 'dismissed' | 'done' | 'pending' | 'cannot' }
	/** The video plays with this many lines now. */
	| { readonly name: 'lower'; readonly lines: number };

/** What the slot shows. */
export type TipSlotState =
	| {
			readonly name: 'tip';
			readonly tip: Tip;
			/** Position among the tips that wait, and their number. */
			readonly index: number;
			readonly count: number;
			/** What one click does in the tab; null where only the learner can act. */
			readonly action: Action | null;
	  }
	/** `next` tips wait behind the one that was dealt with. */
	| { readonly name: 'settled'; readonly outcome: TipOutcome; readonly next: number }
	/** No tip; early while too little was observed to say that nothing can be better. */
	| { readonly name: 'calm'; readonly isEarly: boolean };

export interface TipSlotProps {
	readonly state: TipSlotState;
	/** Called while the pointer or the focus is inside, when nothing may change by itself. */
	readonly onHold?: (isInside: boolean) => void;
	readonly onAct?: (action: Action) => void;
	readonly onLater: () => void;
	readonly onNext: () => void;
	readonly onUndo: () => void;
}

/** The place of the tips, as high without a tip as with one: nothing below it moves. */
export function TipSlot(props: TipSlotProps) {
	const { state, onHold } = props;
	return (
		<div
			class="tip-slot"
			onPointerEnter={() => onHold?.(true)}
			onPointerLeave={() => onHold?.(false)}
			onFocusIn={() => onHold?.(true)}
			onFocusOut={() => onHold?.(false)}
		>
			{state.name === 'calm' ? (
				<p class="calm soft">{i18n.t(state.isEarly ? 'tip.early' : 'tip.nothing')}</p>
			) : (
				<TipCard {...props} state={state} />
			)}
		</div>
	);
}

type ShownState = Exclude<TipSlotState, { readonly name: 'calm' }>;

function TipCard(props: TipSlotProps & { readonly state: ShownState }) {
	const { state, onNext } = props;
	const hasNext = state.name === 'tip' ? state.count > 1 : state.next > 0;
	return (
		<section class="card warm tip" aria-labelledby="tip-title">
			<h2 id="tip-title">
				{state.name === 'tip' && state.count > 1
					? i18n.t('tip.position', [String(state.index + 1), String(state.count)])
					: i18n.t('tip.title')}
				{hasNext && (
					<button type="button" class="link" onClick={onNext}>
						{i18n.t('tip.next')}
					</button>
				)}
			</h2>
			{state.name === 'tip' && <TipBody key={state.tip.id} {...props} state={state} />}
			<p role="status" class="undo">
				{state.name === 'settled' && (
					<>
						{outcomeText(state.outcome, pageFormat())}{' '}
						{state.outcome.name !== 'cannot' && (
							<button type="button" class="link" onClick={props.onUndo}>
								{i18n.t('tip.undo')}
							</button>
						)}
					</>
				)}
			</p>
		</section>
	);
}

function TipBody({
	state: { tip, action },
	onAct,
	onLater,
}: TipSlotProps & { readonly state: Extract<TipSlotState, { readonly name: 'tip' }> }) {
	const format = pageFormat();
	const { title, body } = tipTexts(tip, format);
	return (
		<>
			<h3>{title}</h3>
			<p class="stake">{stakeText(tip, format)}</p>
			<details class="soft">
				<summary>{i18n.t('tip.how')}</summary>
				<p>
					{body}{' '}
					{tip.references.map(({ label, url }) => (
						<a key={label} href={url} target="_blank" rel="noreferrer">
							{label}
						</a>
					))}
				</p>
			</details>
			<div class="actions">
				{action && onAct && (
					<button type="button" class="main" onClick={() => onAct(action)}>
						{i18n.t(`tip.do.${textKey(action)}`)}
					</button>
				)}
				<button type="button" class="later" aria-label={i18n.t('tip.later_label', [title])} onClick={onLater}>
					{i18n.t('tip.later')}
				</button>
			</div>
		</>
	);
}

function outcomeText(outcome: TipOutcome, format: Format): string {
	return outcome.name === 'lower' ? i18n.t('tip.lower', [format.count(outcome.lines)]) : i18n.t(`tip.${outcome.name}`);
}
