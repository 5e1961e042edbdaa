import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';

export interface TableStepsProps {
	/** Id of the heading that names the table. */
	readonly titleId: string;
	/** Index of the first row shown, and how many are shown at once. */
	readonly first: number;
	readonly step: number;
	readonly rowCount: number;
	readonly onStep: (first: number) => void;
}

/** Which rows of a long table are shown, and the way to the others. */
export function TableSteps({ titleId, first, step, rowCount, onStep }: TableStepsProps) {
	const { count } = pageFormat();
	const end = Math.min(first + step, rowCount);
	return (
		<p class="actions steps">
			<button
				type="button"
				aria-describedby={titleId}
				disabled={first === 0}
				onClick={() => onStep(Math.max(0, first - step))}
			>
				{i18n.t('table.earlier')}
			</button>
			<span class="soft" role="status">
				{i18n.t('table.range', [count(first + 1), count(end), count(rowCount)])}
			</span>
			<button type="button" aria-describedby={titleId} disabled={end >= rowCount} onClick={() => onStep(end)}>
				{i18n.t('table.later')}
			</button>
		</p>
	);
}
