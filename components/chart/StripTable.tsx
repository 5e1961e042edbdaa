import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { SLICE_MS } from '@/utils/core/recent/recent';
import type { Strip, StripSlice } from '@/utils/core/recent/strip';
import { perMinute } from './strip-text';

/** Slices of one row: twenty seconds. */
const ROW_SLICES = 4;
const MS_PER_S = 1_000;

/** The strip as a table that is read aloud, latest row first. */
export function StripTable({ strip }: { readonly strip: Strip }) {
	const { slices } = strip;
	const rows = Array.from({ length: slices.length / ROW_SLICES }, (_, row) => ({
		untilS: (row * ROW_SLICES * SLICE_MS) / MS_PER_S,
		slices: slices.slice(slices.length - (row + 1) * ROW_SLICES, slices.length - row * ROW_SLICES),
	}));
	return (
		<div class="unseen">
			<table>
				<caption>{i18n.t('strip.title')}</caption>
				<thead>
					<tr>
						{(['time', 'rate', 'state', 'resolution'] as const).map((column) => (
							<th key={column} scope="col">
								{i18n.t(`strip.column.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ untilS, slices: part }) => (
						<Row key={untilS} untilS={untilS} slices={part} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function Row({ untilS, slices }: { readonly untilS: number; readonly slices: readonly StripSlice[] }) {
	const known = slices.filter(({ state }) => state !== 'unknown');
	const states = [...new Set(slices.map(({ state }) => state))];
	const lines = [...new Set(slices.flatMap((slice) => (slice.lines === null ? [] : [slice.lines])))];
	const mean = known.reduce((sum, { bytesPerMinute }) => sum + bytesPerMinute, 0) / known.length;
	return (
		<tr>
			<th scope="row">{i18n.t('strip.ago', [String(untilS), String(untilS + (ROW_SLICES * SLICE_MS) / MS_PER_S)])}</th>
			<td>{known.length > 0 ? perMinute(mean, pageFormat()) : i18n.t('strip.state.unknown')}</td>
			<td>{states.map((state) => i18n.t(`strip.state.${state}`)).join(', ')}</td>
			<td>{lines.map((each) => i18n.t('strip.lines', [String(each)])).join(', ')}</td>
		</tr>
	);
}
