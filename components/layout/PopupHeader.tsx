import type { ComponentChildren } from 'preact';

export interface PopupHeaderProps {
	/** Name of the course, or of the site. */
	readonly title: string;
	readonly subtitle: string;
	/** True while the tab is measured. */
	readonly isMeasuring: boolean;
	/** A button at its end. */
	readonly children?: ComponentChildren;
}

/** The header of the popup and of the panel. */
export function PopupHeader({ title, subtitle, isMeasuring, children }: PopupHeaderProps) {
	return (
		<header>
			{isMeasuring ? <span class="dot" aria-hidden="true" /> : <img src="/icon/48.png" alt="" width="22" height="22" />}
			<div>
				<h1 title={title}>{title}</h1>
				{subtitle && <p class="soft">{subtitle}</p>}
			</div>
			{children}
		</header>
	);
}
