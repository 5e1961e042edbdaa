import type { ComponentChildren } from 'preact';

export interface NoticeProps {
	readonly title: string;
	readonly body: string;
	/** What just happened after a click, read aloud when it changes. */
	readonly status?: string | null;
	/** True for a failure. */
	readonly isAlarm?: boolean;
	/** Buttons. */
	readonly children?: ComponentChildren;
}

/** A card that says in words why there are no figures, and what can be done. */
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
