import { i18n } from '#i18n';

/** What became of following all known platforms. */
export type KnownState = 'offered' | 'refused' | 'followed';

interface KnownPlatformsProps {
	readonly state: KnownState;
	/** How many domains the browser would be asked for. */
	readonly count: number;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onFollow: () => void;
	/** Absent where they can only be followed. */
	readonly onUnfollow?: () => void;
}

/** The offer to follow every known platform at once. */
export function KnownPlatforms({ state, count, onFollow, onUnfollow }: KnownPlatformsProps) {
	return (
		<div class="known">
			<p role="status">{i18n.t(`known.${state}`, [String(count)])}</p>
			{state !== 'followed' && (
				<button type="button" onClick={onFollow}>
					{i18n.t('known.follow')}
				</button>
			)}
			{state === 'followed' && onUnfollow && (
				<button type="button" onClick={onUnfollow}>
					{i18n.t('known.unfollow')}
				</button>
			)}
		</div>
	);
}
