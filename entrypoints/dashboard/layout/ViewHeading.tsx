interface ViewHeadingProps {
	readonly title: string;
	readonly about?: string;
}

/** The title of a view that shows no period. */
export function ViewHeading({ title, about }: ViewHeadingProps) {
	return (
		<div class="heading">
			<div>
				<h1>{title}</h1>
				{about && <p class="soft">{about}</p>}
			</div>
		</div>
	);
}
