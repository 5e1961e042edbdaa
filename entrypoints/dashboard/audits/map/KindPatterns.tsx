import type { JSX } from 'preact';
import type { KindGroup } from '@/components/chart/kind-groups';

/** Lines and dots of each kind, on a tile of 8 by 8: the kinds differ without their colours too. */
const TILES: Readonly<Record<KindGroup, JSX.Element | null>> = {
	video: null,
	audio: <circle cx="4" cy="4" r="1.3" />,
	image: <path d="M0 8L8 0" />,
	code: <path d="M0 4H8" />,
	document: <path d="M0 8L8 0M0 0L8 8" />,
	other: <path d="M4 0V8" />,
};

const TILE = 8;

/** Name of a kind's pattern in one drawing of a page that may have several. */
const nameOf = (id: string, kind: KindGroup) => `${id}-${kind}`;

/** The fill of a kind's pattern. */
export function patternOf(id: string, kind: KindGroup): string {
	return TILES[kind] ? `url(#${nameOf(id, kind)})` : 'none';
}

/** The patterns of a drawing. */
export function KindPatterns({ id, kinds }: { readonly id: string; readonly kinds: readonly KindGroup[] }) {
	return (
		<defs>
			{kinds.map(
				(kind) =>
					TILES[kind] && (
						<pattern key={kind} id={nameOf(id, kind)} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
							<g class="tile">{TILES[kind]}</g>
						</pattern>
					),
			)}
		</defs>
	);
}

/** A kind's colour and pattern, for a legend. */
export function KindSwatch({ id, kind }: { readonly id: string; readonly kind: KindGroup }) {
	return (
		<svg class="swatch" viewBox="0 0 16 16" data-kind={kind} aria-hidden="true">
			<rect class="part" width="16" height="16" />
			<rect width="16" height="16" fill={patternOf(id, kind)} />
		</svg>
	);
}
