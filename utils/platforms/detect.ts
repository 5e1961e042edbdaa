import { CATALOGUE } from './catalogue';
import type { PageView } from './page-view';
import { type DetectedPlace, readPlace } from './read-place';

/**
 * Which platform of the whole catalogue a page belongs to; null when none. It carries the catalogue with it: where the
 * platform of a host is known already, `platformsOf` and `readPlace` do the same for a quarter of the bytes.
 */
export function detectPlace(view: PageView): DetectedPlace | null {
	return readPlace(view, CATALOGUE);
}
