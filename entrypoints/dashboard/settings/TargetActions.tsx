import { i18n } from '#i18n';

interface TargetActionsProps {
	/** A target is stored: the first button is then no longer the main one, and it can be forgotten. */
	readonly isStored: boolean;
	/** There is a target to send to, the user's or the organisation's. */
	readonly canSend: boolean;
	readonly forgetLabel: string;
	readonly onSend: () => void;
	readonly onForget: () => void;
}

/** Save, send now, and forget a place that weeks are sent to. */
export function TargetActions({ isStored, canSend, forgetLabel, onSend, onForget }: TargetActionsProps) {
	return (
		<div class="actions">
			<button type="submit" class={isStored ? '' : 'main'}>
				{i18n.t('lrs.save')}
			</button>
			{canSend && (
				<button type="button" class="main" onClick={onSend}>
					{i18n.t('lrs.send')}
				</button>
			)}
			{isStored && (
				<button type="button" onClick={onForget}>
					{forgetLabel}
				</button>
			)}
		</div>
	);
}
