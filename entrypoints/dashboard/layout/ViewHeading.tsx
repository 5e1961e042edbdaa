import type { ComponentChildren } from 'preact';

interface ViewHeadingProps {
	readonly title: string;
	readonly about?: string;
	/** A link at its end. */
	readonly children?: ComponentChildren;
}

/** The title of a view that shows no period. */
export function ViewHeading({ title, about, children }: ViewHeadingProps) {
	return (
		<div class="heading">
			<div>
				<h1>{title}</h1>
				{about && <p class="soft">{about}</p>}
			</div>
			{children}
		</div>
	);
}
