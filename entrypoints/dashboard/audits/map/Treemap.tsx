import './treemap.css';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { KIND_GROUPS, type KindGroup } from '@/components/chart/kind-groups';
import { pageFormat } from '@/components/layout/page-format';
import { fileName } from '@/entrypoints/dashboard/audits/finding-text';
import { groupName } from './group-name';
import { KindPatterns, KindSwatch, patternOf } from './KindPatterns';
import { TreemapTable } from './TreemapTable';
import { layOutMap, MAP, type MapGroup, type PlacedGroup } from './treemap-layout';

/** In units of the drawing: an area that is narrower has no room for its name, and a letter takes about so much. */
const NAME = { minWidth: 56, letterWidth: 7 } as const;
const PERCENT = 100;

export interface TreemapProps {
	/** Id of the heading. */
	readonly id: string;
	readonly title: string;
	readonly groups: readonly MapGroup[];
	/** Address of a page; absent where nothing can be opened, as on paper. */
	readonly hrefOf?: (pageNumber: number) => string;
	/** True for paper: no control. */
	readonly isStill?: boolean;
}

/** Weights as areas, by colour and pattern of their kind, with a table twin. */
export function Treemap({ id, title, groups, hrefOf, isStill = false }: TreemapProps) {
	const [shownId, setShownId] = useState<string | null>(null);
	const placed = layOutMap(groups);
	const shown = placed.find(({ group }) => group.id === shownId);
	const kinds = KIND_GROUPS.filter((kind) => groups.some(({ parts }) => parts.some((part) => part.kind === kind)));
	if (placed.length === 0) return null;
	return (
		<section class="card treemap" aria-labelledby={`${id}-title`}>
			<h2 id={`${id}-title`}>{title}</h2>
			<p class="soft">{i18n.t('audits.map_about')}</p>
			<div class="plot" onPointerLeave={() => setShownId(null)}>
				<svg viewBox={`0 0 ${MAP.width} ${MAP.height}`} aria-hidden="true">
					<KindPatterns id={id} kinds={kinds} />
					{placed.map((each) => (
						<GroupShape key={each.group.id} id={id} placed={each} />
					))}
				</svg>
				{!isStill &&
					placed.map((each) => (
						<Spot key={each.group.id} placed={each} hrefOf={hrefOf} onShow={() => setShownId(each.group.id)} />
					))}
				{shown && <Details placed={shown} />}
			</div>
			<ul class="legend">
				{kinds.map((kind) => (
					<li key={kind}>
						<KindSwatch id={id} kind={kind} />
						{i18n.t(`kind.${kind}`)}
					</li>
				))}
			</ul>
			<TreemapTable titleId={`${id}-title`} placed={placed} />
		</section>
	);
}

/** The areas of a group under its name. */
function GroupShape({ id, placed }: { readonly id: string; readonly placed: PlacedGroup }) {
	const { group, x, y, width, parts } = placed;
	const room = Math.floor(width / NAME.letterWidth);
	const name = groupName(group);
	return (
		<g>
			{parts.map((part) => (
				<g key={part.part.id} data-kind={part.part.kind}>
					<rect class="part" x={part.x} y={part.y} width={part.width} height={part.height} />
					<rect x={part.x} y={part.y} width={part.width} height={part.height} fill={patternOf(id, part.part.kind)} />
				</g>
			))}
			{width >= NAME.minWidth && (
				<text x={x + 2} y={y + MAP.strip - 6}>
					{name.length > room ? `${name.slice(0, room - 1)}…` : name}
				</text>
			)}
		</g>
	);
}

const share = (length: number, of: number) => `${(length / of) * PERCENT}%`;

interface SpotProps {
	readonly placed: PlacedGroup;
	readonly hrefOf: TreemapProps['hrefOf'];
	readonly onShow: () => void;
}

/** What can be pointed at and focused of a group: a link to its page, else a button that shows its figures. */
function Spot({ placed, hrefOf, onShow }: SpotProps) {
	const { group, bytes, x, y, width, height } = placed;
	const place = {
		left: share(x, MAP.width),
		top: share(y, MAP.height),
		width: share(width, MAP.width),
		height: share(height, MAP.height),
	};
	const label = `${groupName(group)}, ${pageFormat().bytes(bytes)}`;
	const shown = { class: 'spot', style: place, 'aria-label': label, onPointerEnter: onShow, onFocus: onShow };
	return group.page && hrefOf ? (
		<a {...shown} href={hrefOf(group.page.page.number)} />
	) : (
		<button type="button" {...shown} />
	);
}

/** The largest parts of a group. */
const MAX_DETAILS = 6;

/** The figures of a group, on the side that has room. */
function Details({ placed }: { readonly placed: PlacedGroup }) {
	const { group, bytes, x, width, parts } = placed;
	const format = pageFormat();
	const isLeft = x + width / 2 < MAP.width / 2;
	const sorted = parts.toSorted((a, b) => b.part.bytes - a.part.bytes);
	const nameOf = (name: string, kind: KindGroup) => (name === '' ? i18n.t(`kind.${kind}`) : fileName(name));
	return (
		<div class="tooltip" style={{ [isLeft ? 'right' : 'left']: '0' }}>
			<strong>{groupName(group)}</strong>
			<span>{format.bytes(bytes)}</span>
			<ul class="legend">
				{sorted.slice(0, MAX_DETAILS).map(({ part }) => (
					<li key={part.id}>
						<i data-kind={part.kind} />
						{nameOf(part.name, part.kind)} {format.bytes(part.bytes)}
					</li>
				))}
			</ul>
		</div>
	);
}
