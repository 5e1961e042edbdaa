export interface FigureCardProps {
	readonly label: string;
	readonly value: string;
	/** What qualifies the figure: how sure it is, what it is made of. */
	readonly notes: readonly string[];
	/** A last note in the accent colour, for a week that weighs less. */
	readonly goodNote?: string | null;
}

/** One big figure with its name and its quality. */
export function FigureCard({ label, value, notes, goodNote = null }: FigureCardProps) {
	return (
		<div class="card figure-card">
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
	);
}
