import './live-strip.css';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Strip } from '@/utils/core/recent/strip';
import { StripTable } from './StripTable';
import { STRIP, stripRuns, stripX, stripY, wordsTop } from './strip-shapes';
import { perMinute } from './strip-text';

/** Half the width of a mark, and its height, in units of the drawing. */
const MARK = { half: 4, height: 6 } as const;

/** The bytes a minute of the last two minutes, what the frame on screen needs, and where the resolution changed, with a table as text. */
export function LiveStrip({ strip }: { readonly strip: Strip }) {
	const { width, height } = STRIP;
	const needed = strip.neededBytesPerMinute;
	const neededY = needed === null ? null : stripY(needed, strip);
	return (
		<figure class="strip">
			<svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
				<pattern id="strip-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
					<rect class="hatch" width="2" height="5" />
				</pattern>
				{stripRuns(strip).map(({ state, from, area, top }) => (
					<g key={from} data-state={state}>
						{state !== 'unknown' && <path class="area" d={area} />}
						<path class="top" d={top} />
					</g>
				))}
				<path class="ground" d={`M0 ${height - 0.5}H${width}`} />
				{neededY !== null && <path class="needed" d={`M0 ${neededY}H${width}`} />}
				{strip.marks.map(({ index, lines, linesBefore }) => {
					const x = Math.max(MARK.half, stripX(index, strip));
					const [base, tip] = lines < linesBefore ? [0, MARK.height] : [MARK.height, 0];
					return (
						<g key={`${index} ${lines}`} class="mark">
							<path d={`M${x} 0V${height}`} />
							<path class="arrow" d={`M${x - MARK.half} ${base}H${x + MARK.half}L${x} ${tip}Z`} />
						</g>
					);
				})}
			</svg>
			{needed !== null && neededY !== null && (
				<span
					class="needed-words"
					// Moved by a transform, which shifts no layout.
					style={{ transform: `translateY(${wordsTop(neededY)}px)` }}
				>
					{i18n.t('strip.needed', [perMinute(needed, pageFormat())])}
				</span>
			)}
			<StripTable strip={strip} />
		</figure>
	);
}
