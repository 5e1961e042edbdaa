import type { ComponentChildren } from 'preact';

export interface NoticeProps {
	readonly title: string;
	readonly body: string;
	/** The result of the last click, announced by screen readers. */
	readonly status?: string | null;
	/** True for a failure. */
	readonly isAlarm?: boolean;
	/** Buttons. */
	readonly children?: ComponentChildren;
}

/** A card with a message and buttons. */
export function Notice({ title, body, status = null, isAlarm = false, children }: NoticeProps) {
	return (
		<section class="card notice" role={isAlarm ? 'alert' : undefined}>
			<h2>{title}</h2>
			<p class="soft">{body}</p>
			{children && <div class="actions">{children}</div>}
			<p class="status" role="status">
				{status}
			</p>
		</section>
	);
}
