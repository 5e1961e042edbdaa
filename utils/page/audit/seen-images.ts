import type { AuditImage } from '@/utils/core/schema/audit/audit-load';
import { MAX_LOAD_ITEMS } from '@/utils/core/schema/names';
import { nameOf } from './seen-files';

/** Images of a document by file, each in its largest display; those with the most pixels. */
export function seenImages(): AuditImage[] {
	const images = new Map<string, AuditImage>();
	for (const image of document.querySelectorAll('img')) {
		const { currentSrc, naturalWidth, naturalHeight, clientWidth, clientHeight, srcset, loading } = image;
		const name = nameOf(currentSrc);
		if (!name || naturalWidth === 0) continue;
		const hasChoice = srcset !== '' || image.parentElement?.localName === 'picture';
		// An image with `srcset` has a natural size in CSS pixels.
		const pixelRatio = hasChoice ? 1 : devicePixelRatio;
		const known = images.get(currentSrc);
		images.set(currentSrc, {
			...name,
			naturalWidthPx: naturalWidth,
			naturalHeightPx: naturalHeight,
			shownWidthPx: Math.max(known?.shownWidthPx ?? 0, clientWidth * pixelRatio),
			shownHeightPx: Math.max(known?.shownHeightPx ?? 0, clientHeight * pixelRatio),
			pixelRatio,
			hasChoice,
			isLazy: loading === 'lazy',
		});
	}
	const area = ({ naturalWidthPx, naturalHeightPx }: AuditImage) => naturalWidthPx * naturalHeightPx;
	return [...images.values()].sort((a, b) => area(b) - area(a)).slice(0, MAX_LOAD_ITEMS);
}
