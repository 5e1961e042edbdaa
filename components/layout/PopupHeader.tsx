export interface PopupHeaderProps {
	/** Name of the course, or of the site. */
	readonly title: string;
	readonly subtitle: string;
	/** True while the tab is measured. */
	readonly isMeasuring: boolean;
}

/** The header of the popup. */
export function PopupHeader({ title, subtitle, isMeasuring }: PopupHeaderProps) {
	return (
		<header>
			{isMeasuring ? <span class="dot" aria-hidden="true" /> : <img src="/icon/48.png" alt="" width="22" height="22" />}
			<div>
				<h1 title={title}>{title}</h1>
				{subtitle && <p class="soft">{subtitle}</p>}
			</div>
		</header>
	);
}
