export interface FigureCardProps {
	readonly label: string;
	readonly value: string;
	/** How reliable the figure is, and what it consists of. */
	readonly notes: readonly string[];
	/** A last note in the accent colour, for a lighter period. */
	readonly goodNote?: string | null;
}

/** Large figures with their names and notes. */
export function FigureCards({ cards }: { readonly cards: readonly FigureCardProps[] }) {
	return (
		<dl class="figure-cards">
			{cards.map(({ label, value, notes, goodNote = null }) => (
				<div key={label} class="card figure-card">
					<dt class="soft">{label}</dt>
					<dd>
						<span class="figure">{value}</span>
						{notes.map((note) => (
							<span key={note} class="soft">
								{note}
							</span>
						))}
						{goodNote && <span class="good">{goodNote}</span>}
					</dd>
				</div>
			))}
		</dl>
	);
}
